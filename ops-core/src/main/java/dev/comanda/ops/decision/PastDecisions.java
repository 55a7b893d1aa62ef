package dev.comanda.ops.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** What policies said of a case, night by night. */
public interface PastDecisions {

    /** The latest first; a night that said the same as the one before has none. */
    List<PastDecision> of(UUID id);

    /**
     * What a policy said of a case.
     *
     * @param policy the key of the policy
     * @param version what people call its version
     * @param row the row of the table that fired
     * @param circumstances all that it looked at, by name, without what was empty
     */
    record PastDecision(
            LocalDate businessDate,
            String policy,
            String version,
            String row,
            String action,
            String team,
            SortedMap<String, String> circumstances) {}
}
