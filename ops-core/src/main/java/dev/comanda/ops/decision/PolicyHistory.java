package dev.comanda.ops.decision;

import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.Explanations;
import dev.comanda.ops.policy.KeptExplanations;
import dev.comanda.ops.policy.PastDecision;
import dev.comanda.ops.policy.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/** What policies decided in the past: how often each row fired, on what, and all of it again for a trial. */
public interface PolicyHistory {

    /** So many decisions are tried at most, the latest first. */
    int MOST_TRIED = 200_000;

    /** The last night that decided something. */
    Optional<LocalDate> lastDecidedOn();

    /** Since when a version is used; empty where it has not decided yet. */
    Optional<LocalDate> firstUsedOn(UUID version);

    /** Policies that decided nothing in the period are left out. */
    List<PolicyUse> policies(Period period);

    /** Rows that never fired in the period are left out; the most frequent first. */
    List<RowUse> rows(Period period);

    /** The latest first. */
    List<RowDecision> decisions(String policy, String row, int offset, int limit);

    /** Hands over what a policy decided, at most {@link #MOST_TRIED}, while it is read; it is gone when this returns. */
    <T> T past(String policy, Period period, Function<Iterable<PastDecision>, T> trial);

    /** Business dates; {@code end} is not part of it. */
    record Period(LocalDate start, LocalDate end) {

        public Period {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("a period from " + start + " to " + end + " has no day");
            }
        }
    }

    /**
     * @param decided cases that no longer wait
     * @param automatically those of them that were closed without a person
     */
    record PolicyUse(String policy, long decisions, long decided, long automatically) {}

    /** @param amounts what was at stake, by currency */
    record RowUse(String policy, String row, long decisions, SortedMap<String, BigDecimal> amounts) {}

    /**
     * A decision, as it was made.
     *
     * @param subject what the case is about
     * @param status of the case today
     * @param kept the words of the version that decided
     */
    record RowDecision(
            UUID caseId,
            String subject,
            String status,
            LocalDate businessDate,
            Verdict verdict,
            Circumstances circumstances,
            KeptExplanations kept) {

        /** Why, in a sentence. */
        public Optional<String> explanation(Locale locale) {
            return Explanations.of(kept, verdict, circumstances, locale);
        }
    }
}
