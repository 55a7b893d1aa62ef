package dev.comanda.batch.readers.dlocal;

import dev.comanda.ops.psp.LineKind;
import java.util.Map;

/** What the words in the column ROW_TYPE are about. */
final class DlocalRowTypes {

    static final String TITLES = "ROW_TYPE";
    static final String HEADER = "HEADER";

    private static final Map<String, LineKind> KINDS = Map.of(
            "CAPTURE", LineKind.SALE,
            "PAYMENT", LineKind.SALE,
            "REFUND", LineKind.REFUND,
            "CHARGEBACK", LineKind.CHARGEBACK,
            "ADJUSTMENT", LineKind.ADJUSTMENT,
            "SETTLEMENT_FEE", LineKind.FEE);

    private DlocalRowTypes() {}

    static LineKind kindOf(String rowType) {
        return KINDS.getOrDefault(rowType, LineKind.UNKNOWN);
    }
}
