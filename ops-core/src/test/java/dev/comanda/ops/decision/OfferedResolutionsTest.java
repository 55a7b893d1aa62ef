package dev.comanda.ops.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.casework.CaseKind;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Priority;
import dev.comanda.ops.reconciliation.BreakType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferedResolutionsTest {

    private static final Set<BreakType> CAN_BE_DISMISSED = EnumSet.of(
            BreakType.MISSING_ACCRUAL,
            BreakType.STATEMENT_GAP,
            BreakType.CONTROL_TOTAL_MISMATCH,
            BreakType.STATEMENT_BALANCE_MISMATCH,
            BreakType.DUPLICATE_ACCRUAL,
            BreakType.ACCRUAL_WITHOUT_ORDER);

    private static CaseView item(CaseKind kind, String cause, String amount) {
        return new CaseView(
                new UUID(1, 2),
                kind,
                cause,
                "order-payment:O-1",
                "order-payment",
                LocalDate.of(2026, 11, 20),
                "BRL",
                new BigDecimal(amount),
                CaseStatus.OPEN,
                "PAYMENTS",
                null,
                Priority.LOW,
                null,
                null,
                null,
                null,
                0);
    }

    @ParameterizedTest
    @EnumSource(BreakType.class)
    void everyBreakCanBeResolvedAndMoneyIsNeverDismissed(BreakType type) {
        assertThat(OfferedResolutions.of(item(CaseKind.BREAK, type.name(), "1.00")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(OfferedResolutions.of(item(CaseKind.BREAK, type.name(), "1.00"))
                        .contains(Resolution.DISMISS))
                .isEqualTo(CAN_BE_DISMISSED.contains(type));
    }

    @Test
    void whatIsNoBreakHasNothingToPost() {
        assertThat(OfferedResolutions.of(item(CaseKind.FINDING, "ORDER_TOTAL", "1.00")))
                .containsExactly(Resolution.DISMISS);
        assertThat(OfferedResolutions.of(item(CaseKind.REJECT, "TOO_LONG", "0")))
                .containsExactly(Resolution.DISMISS);
    }

    @Test
    void aFeeThatWasNotAgreedCanBeClaimed() {
        assertThat(OfferedResolutions.of(item(CaseKind.FINDING, "FEE_CONTRACT", "1.00")))
                .containsExactly(Resolution.CLAIM, Resolution.DISMISS);
    }

    @Test
    void aPayoutThatDidNotArriveIsOwedAgainAndNothingIsWrittenOffOfNothing() {
        assertThat(OfferedResolutions.of(item(CaseKind.BREAK, "PAYOUT_RETURNED", "0")))
                .containsExactly(Resolution.REINSTATE);
        assertThat(OfferedResolutions.of(item(CaseKind.BREAK, "UNDERCAPTURED", "0")))
                .doesNotContain(Resolution.WRITE_OFF);
        assertThat(OfferedResolutions.of(item(CaseKind.BREAK, "OF_TOMORROW", "1")))
                .isEmpty();
    }
}
