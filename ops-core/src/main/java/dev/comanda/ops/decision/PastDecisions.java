package dev.comanda.ops.decision;

import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.Explanations;
import dev.comanda.ops.policy.KeptExplanations;
import dev.comanda.ops.policy.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What policies said of a case, night by night. */
public interface PastDecisions {

    /** The latest first; a night that said the same as the one before has none. */
    List<PastDecision> of(UUID id);

    /**
     * What a policy said of a case.
     *
     * @param circumstances what it looked at
     * @param kept the words of the policy's version that decided
     */
    record PastDecision(LocalDate businessDate, Verdict verdict, Circumstances circumstances, KeptExplanations kept) {

        /** Why, in a sentence. */
        public Optional<String> explanation(Locale locale) {
            return Explanations.of(kept, verdict, circumstances, locale);
        }
    }
}
