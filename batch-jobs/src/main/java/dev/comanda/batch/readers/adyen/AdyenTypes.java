package dev.comanda.batch.readers.adyen;

import dev.comanda.ops.psp.LineKind;
import java.util.Map;

/** What the words in the column Type are about. The direction of money is in the debit and credit columns. */
final class AdyenTypes {

    static final String PAYOUT = "MerchantPayout";

    private static final String REVERSED = "Reversed";

    private static final Map<String, LineKind> KINDS = Map.ofEntries(
            Map.entry("Settled", LineKind.SALE),
            Map.entry("SettledExternally", LineKind.SALE),
            Map.entry("Refunded", LineKind.REFUND),
            Map.entry("RefundedExternally", LineKind.REFUND),
            Map.entry("Chargeback", LineKind.CHARGEBACK),
            Map.entry("SecondChargeback", LineKind.CHARGEBACK),
            Map.entry("Fee", LineKind.FEE),
            Map.entry("InvoiceDeduction", LineKind.FEE),
            Map.entry("MiscCosts", LineKind.FEE),
            Map.entry("DepositCorrection", LineKind.ADJUSTMENT),
            Map.entry("BalanceTransfer", LineKind.ADJUSTMENT),
            Map.entry(PAYOUT, LineKind.PAYOUT));

    private AdyenTypes() {}

    static LineKind kindOf(String type) {
        LineKind kind = KINDS.get(type);
        if (kind == null && type.endsWith(REVERSED)) {
            kind = KINDS.get(type.substring(0, type.length() - REVERSED.length()));
            // A payout that came back is no payout, and no contract says what it is.
            kind = kind == LineKind.PAYOUT ? LineKind.UNKNOWN : kind;
        }
        return kind == null ? LineKind.UNKNOWN : kind;
    }
}
