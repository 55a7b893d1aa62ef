package dev.comanda.ops.close;

import java.time.LocalDate;

/** Why a date cannot be signed off. */
public sealed interface Obstacle {

    /** The date has no night. */
    record NoNight() implements Obstacle {}

    /** Its night runs or failed. */
    record NightNotCompleted() implements Obstacle {}

    /** It is signed off already. */
    record AlreadySignedOff() implements Obstacle {}

    /** @param count how many of the expected sources are not there */
    record Incomplete(int count) implements Obstacle {}

    /** Its night was not posted, or has taken sources since. */
    record NotPosted() implements Obstacle {}

    /** @param count how many of {@code all} proofs are not 0 */
    record ProofsDiffer(int count, int all) implements Obstacle {}

    /** @param first the first date before it that is not signed off */
    record EarlierDateOpen(LocalDate first) implements Obstacle {}

    /** Whoever asks may not sign off. */
    record NoRight() implements Obstacle {}
}
