package dev.comanda.cost.reallocation;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Rules that somebody wants in place of those in force.
 *
 * @param content the file as it shall stand
 * @param hash of the content, SHA-256 in hex
 * @param baseContent the file of the rules that it changes
 * @param base hash of these
 * @param period of the bill that it is tried on
 * @param askedBy who wants it
 * @param triedAt null until it was tried
 * @param takenAt null until it is in force
 * @param problem why it failed or is stale; null where it is neither
 */
public record RulesChange(
        long id,
        String content,
        String hash,
        String baseContent,
        String base,
        YearMonth period,
        String askedBy,
        Instant askedAt,
        Status status,
        @Nullable Instant triedAt,
        @Nullable Instant takenAt,
        @Nullable String problem) {

    /** How far a change is. */
    public enum Status {
        /** It is tried as soon as somebody works. */
        WAITING,
        /** What it moves is known; whether it is proposed and approved says its proposal. */
        TRIED,
        /** It could not be tried. */
        FAILED,
        /** It is in force. */
        TAKEN,
        /** Other rules came into force since. */
        STALE
    }

    /** What its approval is about: these rules, in place of those. */
    public String payload() {
        return "rules " + hash + "\nin place of " + base;
    }

    /** What it would be about if other rules were in force now. */
    public String payloadOver(String inForce) {
        return "rules " + hash + "\nin place of " + inForce;
    }
}
