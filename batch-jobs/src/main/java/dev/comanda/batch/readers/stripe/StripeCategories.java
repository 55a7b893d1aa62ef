package dev.comanda.batch.readers.stripe;

import dev.comanda.ops.psp.LineKind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words in the column reporting_category are about; those not named here adjust the balance. */
final class StripeCategories {

    private static final Map<String, LineKind> KINDS = Map.of(
            "charge", LineKind.SALE,
            "refund", LineKind.REFUND,
            "partial_capture_reversal", LineKind.REFUND,
            "dispute", LineKind.CHARGEBACK,
            "dispute_reversal", LineKind.CHARGEBACK,
            "fee", LineKind.FEE,
            "payout", LineKind.PAYOUT);

    private StripeCategories() {}

    static LineKind kindOf(@Nullable String category) {
        return category == null
                ? LineKind.UNKNOWN
                : KINDS.getOrDefault(category.toLowerCase(Locale.ROOT), LineKind.ADJUSTMENT);
    }
}
