package dev.comanda.web.chargebacks;

import dev.comanda.ops.chargeback.Dispute;
import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.Evidence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dispute of a case; templates call it as {@code @shownDisputes}. */
@Component
public class ShownDisputes {

    private final Disputes disputes;

    ShownDisputes(Disputes disputes) {
        this.disputes = disputes;
    }

    /** Nothing for a case that is about no chargeback. */
    public @Nullable Dispute of(UUID caseId) {
        return disputes.find(caseId).orElse(null);
    }

    public Evidence evidence(UUID caseId) {
        return disputes.evidence(caseId);
    }
}
