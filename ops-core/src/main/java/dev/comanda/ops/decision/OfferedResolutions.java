package dev.comanda.ops.decision;

import static dev.comanda.ops.decision.Resolution.ACCEPT_LOSS;
import static dev.comanda.ops.decision.Resolution.CLAIM;
import static dev.comanda.ops.decision.Resolution.DISMISS;
import static dev.comanda.ops.decision.Resolution.HOLD;
import static dev.comanda.ops.decision.Resolution.RECOVER;
import static dev.comanda.ops.decision.Resolution.REFUND;
import static dev.comanda.ops.decision.Resolution.REINSTATE;
import static dev.comanda.ops.decision.Resolution.WRITE_OFF;

import dev.comanda.ops.casework.CaseKind;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.Law;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which resolutions make sense for what a case is about, the likeliest first. */
public final class OfferedResolutions {

    private static final Map<BreakType, List<Resolution>> OF_BREAKS = ofBreaks();

    private OfferedResolutions() {}

    private static Map<BreakType, List<Resolution>> ofBreaks() {
        Map<BreakType, List<Resolution>> offered = new EnumMap<>(BreakType.class);
        offered.put(BreakType.UNPAID_ORDER, List.of(RECOVER, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.OVERCAPTURED, List.of(REFUND, HOLD, WRITE_OFF));
        offered.put(BreakType.UNDERCAPTURED, List.of(WRITE_OFF, RECOVER, ACCEPT_LOSS));
        offered.put(BreakType.CAPTURED_CANCELLED, List.of(REFUND, HOLD));
        offered.put(BreakType.PAYMENT_WITHOUT_ORDER, List.of(REFUND, HOLD));
        offered.put(BreakType.MISSING_SETTLEMENT, List.of(CLAIM, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.UNKNOWN_SETTLEMENT, List.of(HOLD, CLAIM, WRITE_OFF));
        offered.put(BreakType.AMOUNT_MISMATCH, List.of(CLAIM, WRITE_OFF, RECOVER, ACCEPT_LOSS, HOLD));
        offered.put(BreakType.CURRENCY_MISMATCH, List.of(CLAIM, ACCEPT_LOSS, HOLD));
        offered.put(BreakType.DUPLICATE_SETTLEMENT, List.of(CLAIM, HOLD, WRITE_OFF));
        offered.put(BreakType.UNEXPECTED_REFUND, List.of(CLAIM, RECOVER, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.MISSING_REFUND, List.of(CLAIM, REFUND, WRITE_OFF));
        offered.put(BreakType.CHARGEBACK, List.of(CLAIM, ACCEPT_LOSS, RECOVER, WRITE_OFF));
        offered.put(BreakType.UNKNOWN_LINE_TYPE, List.of(HOLD, CLAIM, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.CONTROL_TOTAL_MISMATCH, List.of(DISMISS));
        offered.put(BreakType.PAYOUT_NOT_RECEIVED, List.of(CLAIM, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.UNEXPECTED_CREDIT, List.of(HOLD, REFUND, WRITE_OFF));
        offered.put(BreakType.STATEMENT_GAP, List.of(DISMISS));
        offered.put(BreakType.STATEMENT_BALANCE_MISMATCH, List.of(DISMISS));
        offered.put(BreakType.MISSING_ACCRUAL, List.of(DISMISS));
        offered.put(BreakType.DUPLICATE_ACCRUAL, List.of(RECOVER, DISMISS));
        offered.put(BreakType.ACCRUAL_WITHOUT_ORDER, List.of(RECOVER, DISMISS));
        offered.put(BreakType.PAYOUT_NOT_DEBITED, List.of(REINSTATE));
        offered.put(BreakType.DUPLICATE_PAYOUT, List.of(RECOVER, ACCEPT_LOSS, WRITE_OFF));
        offered.put(BreakType.PAYOUT_RETURNED, List.of(REINSTATE));
        offered.put(BreakType.UNEXPECTED_DEBIT, List.of(CLAIM, RECOVER, ACCEPT_LOSS, WRITE_OFF));
        return offered;
    }

    /** Empty for a cause that nobody knows; a write-off only where there is an amount to write off. */
    public static List<Resolution> of(CaseView item) {
        if (item.kind() == CaseKind.FINDING && item.cause().equals(Law.FEE_CONTRACT.name())) {
            return List.of(CLAIM, DISMISS);
        }
        if (item.kind() != CaseKind.BREAK) {
            return List.of(DISMISS);
        }
        return OF_BREAKS.entrySet().stream()
                .filter(each -> each.getKey().name().equals(item.cause()))
                .flatMap(each -> each.getValue().stream())
                .filter(each -> each != WRITE_OFF || hasMoney(item))
                .toList();
    }

    private static boolean hasMoney(CaseView item) {
        return item.currency() != null && item.amount().signum() > 0;
    }
}
