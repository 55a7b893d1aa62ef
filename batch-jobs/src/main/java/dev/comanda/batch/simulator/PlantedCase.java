package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.List;

/** What can be planted in an order. An order has at most one. */
enum PlantedCase {
    NOTHING(Stage.NEVER),

    UNPAID_ORDER(Stage.ANY),
    OVERCAPTURED(Stage.ANY),
    UNDERCAPTURED(Stage.ANY),
    CAPTURED_CANCELLED(Stage.ANY),
    PAYMENT_WITHOUT_ORDER(Stage.ANY),
    OPEN_ORDER(Stage.ANY),
    OPEN_ORDER_WITH_ACCRUAL(Stage.ANY),
    AMENDED_ORDER(Stage.ANY),
    ORDER_TOTAL(Stage.ANY),
    ORDER_ITEMS(Stage.ANY),
    COMMISSION(Stage.ANY),
    RESTAURANT_NET(Stage.ANY),
    COURIER_TOTAL(Stage.ANY),
    DUPLICATE_ACCRUAL(Stage.ANY),
    ACCRUAL_WITHOUT_ORDER(Stage.ANY),
    DUPLICATE_EARNING(Stage.ANY),
    EARNING_WITHOUT_DELIVERY(Stage.ANY),

    MISSING_ACCRUAL(Stage.OVERDUE),
    MISSING_EARNING(Stage.OVERDUE),
    MISSING_SETTLEMENT(Stage.OVERDUE),
    AMOUNT_MISMATCH(Stage.OVERDUE),
    TOLERATED_DIFFERENCE(Stage.OVERDUE),
    SPLIT_SETTLEMENT(Stage.OVERDUE),
    WRONG_REFERENCE(Stage.OVERDUE),
    ABSENT_REFERENCE(Stage.OVERDUE),
    GROUPED_SETTLEMENT(Stage.OVERDUE),
    UNKNOWN_SETTLEMENT(Stage.OVERDUE),
    FURTHER_SETTLEMENT(Stage.OVERDUE),
    DUPLICATE_SETTLEMENT(Stage.OVERDUE),
    CURRENCY_MISMATCH(Stage.OVERDUE),
    UNEXPECTED_REFUND(Stage.OVERDUE),
    UNFINISHED_PIX_RETURN(Stage.OVERDUE),
    CHARGEBACK(Stage.OVERDUE),
    UNKNOWN_LINE_TYPE(Stage.OVERDUE),

    LATE_ACCRUAL(Stage.TODAY),
    LATE_EARNING(Stage.TODAY),
    FIRST_PART_ONLY(Stage.TODAY);

    /** On which days a case can be planted. */
    enum Stage {
        NEVER,
        /** On any day. */
        ANY,
        /** On days whose every settlement and accrual is overdue on the date. */
        OVERDUE,
        /** On the date itself. */
        TODAY
    }

    private final Stage stage;

    PlantedCase(Stage stage) {
        this.stage = stage;
    }

    /** The PSPs whose files can show the case. */
    List<Psp> psps() {
        return switch (this) {
            case CURRENCY_MISMATCH -> List.of(Psp.ADYEN, Psp.DLOCAL);
            case UNKNOWN_LINE_TYPE -> List.of(Psp.ADYEN);
            case UNFINISHED_PIX_RETURN -> List.of(Psp.PIX);
            case ABSENT_REFERENCE, CHARGEBACK, FIRST_PART_ONLY -> List.of(Psp.ADYEN, Psp.STRIPE, Psp.DLOCAL);
            default -> List.of(Psp.values());
        };
    }

    static List<PlantedCase> on(Stage dayStage) {
        List<PlantedCase> cases = new ArrayList<>();
        for (PlantedCase planted : values()) {
            if (planted.stage == Stage.ANY || planted.stage == dayStage) {
                cases.add(planted);
            }
        }
        cases.remove(NOTHING);
        return List.copyOf(cases);
    }
}
