package dev.comanda.batch.simulator;

import java.util.List;

/** What can be planted in several nights, by the names of {@code rates.csv}. An order or a payout has at most one. */
enum ExceptionCase {
    LATE_CAPTURE(Area.ORDER, 3),
    LATE_PLACEMENT(Area.ORDER, 3),
    LATE_CAPTURE_OF_LINE(Area.ORDER, 3),
    OVERCAPTURED(Area.ORDER, 0),
    UNDERCAPTURED_SMALL(Area.ORDER, 0),
    UNDERCAPTURED_LARGE(Area.ORDER, 0),
    UNPAID_ORDER(Area.ORDER, 4),
    CAPTURED_CANCELLED(Area.ORDER, 0),
    CAPTURED_CANCELLED_LATE(Area.ORDER, 0),
    PAYMENT_WITHOUT_ORDER(Area.ORDER, 4),
    ORDER_TOTAL(Area.ORDER, 0),
    ORDER_ITEMS(Area.ORDER, 0),

    LATE_SETTLEMENT(Area.SETTLEMENT, 7),
    MISSING_SETTLEMENT(Area.SETTLEMENT, 7),
    UNKNOWN_SETTLEMENT(Area.SETTLEMENT, 4),
    SETTLED_SLIGHTLY_OTHER(Area.SETTLEMENT, 5),
    SETTLED_LESS(Area.SETTLEMENT, 5),
    SETTLED_MORE(Area.SETTLEMENT, 5),
    CURRENCY_MISMATCH(Area.SETTLEMENT, 4),
    DUPLICATE_SETTLEMENT(Area.SETTLEMENT, 4),
    UNEXPECTED_REFUND(Area.SETTLEMENT, 4),
    CHARGEBACK_SMALL(Area.SETTLEMENT, 5),
    CHARGEBACK_LARGE(Area.SETTLEMENT, 5),
    UNKNOWN_LINE_TYPE(Area.SETTLEMENT, 5),

    LATE_ACCRUAL(Area.ACCRUAL, 4),
    LATE_EARNING(Area.ACCRUAL, 4),
    DUPLICATE_ACCRUAL(Area.ACCRUAL, 0),
    DUPLICATE_EARNING(Area.ACCRUAL, 0),
    ACCRUAL_WITHOUT_ORDER(Area.ACCRUAL, 0),
    EARNING_WITHOUT_DELIVERY(Area.ACCRUAL, 0),
    MISSING_ACCRUAL(Area.ACCRUAL, 4),
    MISSING_EARNING(Area.ACCRUAL, 4),
    COMMISSION(Area.ACCRUAL, 0),
    RESTAURANT_NET(Area.ACCRUAL, 0),
    COURIER_TOTAL(Area.ACCRUAL, 0),

    PAYOUT_RETURNED(Area.PARTY_PAYOUT, 1),
    DUPLICATE_PAYOUT(Area.PARTY_PAYOUT, 1),
    LATE_DEBIT(Area.PARTY_PAYOUT, 4),
    PAYOUT_NOT_DEBITED(Area.PARTY_PAYOUT, 4),
    PAYOUT_OTHER_AMOUNT(Area.PARTY_PAYOUT, 3),
    PAYOUT_SUM(Area.PARTY_PAYOUT, 1),

    LATE_PSP_PAYOUT(Area.PSP_PAYOUT, 4),
    PSP_PAYOUT_NOT_RECEIVED(Area.PSP_PAYOUT, 4),
    PSP_PAYOUT_OTHER_AMOUNT(Area.PSP_PAYOUT, 3),

    CONTROL_TOTAL_MISMATCH(Area.FILE, 0),
    STATEMENT_GAP(Area.FILE, 0),
    STATEMENT_BALANCE_MISMATCH(Area.FILE, 0),
    UNEXPECTED_CREDIT(Area.FILE, 0),
    UNEXPECTED_DEBIT(Area.FILE, 0),
    MALFORMED_EVENT(Area.FILE, 0);

    /** What a case is planted in. */
    enum Area {
        ORDER,
        SETTLEMENT,
        ACCRUAL,
        PARTY_PAYOUT,
        PSP_PAYOUT,
        FILE;

        boolean isOfOrders() {
            return this == ORDER || this == SETTLEMENT || this == ACCRUAL;
        }
    }

    private final Area area;
    private final int businessDaysToTell;

    ExceptionCase(Area area, int businessDaysToTell) {
        this.area = area;
        this.businessDaysToTell = businessDaysToTell;
    }

    Area area() {
        return area;
    }

    /** After how many business days the nights have seen what becomes of the case, whatever the PSP. */
    int businessDaysToTell() {
        return businessDaysToTell;
    }

    /**
     * The PSPs whose files can show the case. A late capture is none of Pix's, whose line would be there before
     * it and break too; that is a case of its own.
     */
    List<Psp> psps() {
        return switch (this) {
            case CURRENCY_MISMATCH -> List.of(Psp.ADYEN, Psp.DLOCAL);
            case UNKNOWN_LINE_TYPE -> List.of(Psp.ADYEN);
            case LATE_CAPTURE_OF_LINE -> List.of(Psp.PIX);
            case LATE_CAPTURE, CHARGEBACK_SMALL, CHARGEBACK_LARGE -> List.of(Psp.ADYEN, Psp.STRIPE, Psp.DLOCAL);
            default -> List.of(Psp.values());
        };
    }
}
