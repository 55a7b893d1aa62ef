package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.policy.Circumstances;
import java.math.BigDecimal;
import java.util.UUID;

/** A case that a policy is to be asked about. */
record OpenQuestion(UUID caseId, short legalEntityId, Circumstances circumstances) {

    BigDecimal amount() {
        return circumstances.amount();
    }

    OpenQuestion whereTheCapIsUsed() {
        return new OpenQuestion(caseId, legalEntityId, circumstances.beyondDailyCap());
    }
}
