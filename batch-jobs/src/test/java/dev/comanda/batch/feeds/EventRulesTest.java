package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.marketplace.DeliveryCompleted;
import dev.comanda.ops.marketplace.OrderCompleted;
import dev.comanda.ops.marketplace.PaymentCaptured;
import dev.comanda.ops.marketplace.RestaurantEarningAccrued;
import dev.comanda.ops.marketplace.RestaurantPayoutInstructed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {

    private static final String COMPLETED = "ordering.order.completed.v1";
    private static final String CAPTURED = "ordering.payment.captured.v1";
    private static final String ACCRUED = "restaurant.earning.accrued.v1";
    private static final String PAYOUT = "restaurant.payout.instructed.v1";

    @Test
    void givesMoneyOfOrdersAndPaymentsTheScaleOfItsCurrency() {
        PaymentCaptured payment = (PaymentCaptured) RecordedEvents.accepted(Examples.changed(CAPTURED, "59.89", "25.9"))
                .event();

        assertThat(payment.amount()).isEqualTo(new BigDecimal("25.90"));
        assertThat(payment.businessDate()).isEqualTo(LocalDate.of(2026, 10, 7));
    }

    @Test
    void keepsTheDigitsOfAccrualsAndPayouts() {
        RestaurantEarningAccrued accrual = (RestaurantEarningAccrued)
                RecordedEvents.accepted(Examples.event(ACCRUED)).event();
        RestaurantPayoutInstructed payout = (RestaurantPayoutInstructed)
                RecordedEvents.accepted(Examples.event(PAYOUT)).event();

        assertThat(accrual.commission()).isEqualTo(new BigDecimal("12.6270"));
        assertThat(accrual.adjustments()).isEqualTo(new BigDecimal("-0.50"));
        assertThat(payout.residual()).isEqualTo(new BigDecimal("-0.004"));
        assertThat(payout.periodEnd()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void takesTheBusinessDateInSaoPaulo() {
        String event =
                Examples.changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", "2026-10-08T02:59:59.999999999Z\"}}");
        OrderCompleted order = (OrderCompleted) RecordedEvents.accepted(event).event();

        assertThat(order.businessDate()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(order.completedAt()).isEqualTo(Instant.parse("2026-10-08T02:59:59.999999Z"));
    }

    @Test
    void takesANotYetKnownDistanceOfZero() {
        DeliveryCompleted delivery = (DeliveryCompleted)
                RecordedEvents.accepted(Examples.changed("courier.delivery.completed.v1", "2926", "0"))
                        .event();

        assertThat(delivery.distanceMeters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "00.10", "999999999999999999.99", "25", "25.9", "25.90"})
    void takesPlainDecimals(String amount) {
        PaymentCaptured payment = (PaymentCaptured) RecordedEvents.accepted(Examples.changed(CAPTURED, "59.89", amount))
                .event();

        assertThat(payment.amount()).isEqualTo(new BigDecimal(amount).setScale(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25.905",
                "25.900",
                "1e308",
                "1E2",
                "NaN",
                "Infinity",
                "",
                ".5",
                "5.",
                "+5",
                "-5",
                "-0.00",
                " 5",
                "5 ",
                "1,50",
                "0x1",
                "1.2.3",
                "-",
                "1000000000000000000",
                "123456789012345678901234567890",
                "٣",
                "5.0000000000000000001"
            })
    void refusesAmountsThatAreNoPlainDecimalsOfTheCurrency(String amount) {
        assertThat(RecordedEvents.rejected(Examples.changed(CAPTURED, "59.89", amount)))
                .startsWith("SCHEMA_VIOLATION: data.amount ")
                .contains("\"" + amount + "\"");
    }

    @Test
    void refusesAmountsThatAreNumbers() {
        assertThat(RecordedEvents.rejected(Examples.changed(CAPTURED, "\"59.89\"", "59.89")))
                .isEqualTo("SCHEMA_VIOLATION: data.amount must be a decimal string such as \"25.90\","
                        + " but is the number 59.89");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 5, true", "JPY, 5.0, false", "KWD, 5.123, true", "KWD, 5.1234, false", "CLF, 5.1234, true"})
    void takesAsManyDecimalsAsTheCurrencyHas(String currency, String amount, boolean isTaken) {
        String event = Examples.changed(CAPTURED, "59.89", amount).replace("BRL", currency);

        assertThat(RecordedEvents.of(event).accepted).hasSize(isTaken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"12.627000, true", "12.6270000, false", "-12.6270, false"})
    void takesSixDecimalsForAccrualsAndNoSign(String commission, boolean isTaken) {
        assertThat(RecordedEvents.of(Examples.changed(ACCRUED, "12.6270", commission)).accepted)
                .hasSize(isTaken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"brl", "XXX", "BR", "''", "DEM"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThat(RecordedEvents.rejected(Examples.changed(CAPTURED, "BRL", currency)))
                .startsWith("SCHEMA_VIOLATION: data.currency ");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "64, true", "65, false", "0, false"})
    void takesIdsOf1To64Characters(int length, boolean isTaken) {
        String id = "😀".repeat(length);

        assertThat(RecordedEvents.of(Examples.changed(COMPLETED, "ord_1", id)).accepted)
                .hasSize(isTaken ? 1 : 0);
        assertThat(RecordedEvents.of(Examples.changed(COMPLETED, "\"e-1\"", "\"" + id + "\"")).accepted)
                .hasSize(isTaken ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999999999", "1.0", "1e0", "\"1\"", "true", "[1]"})
    void refusesVersionsThatAreNoPositiveInt(String version) {
        assertThat(RecordedEvents.rejected(Examples.changed(COMPLETED, "\"version\":2", "\"version\":" + version)))
                .startsWith("SCHEMA_VIOLATION: data.version ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-07T12:46:14",
                "2026-10-07",
                "2026-10-07 12:46:14Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-10-07T24:00:00Z",
                "2026-10-07T12:60:00Z",
                "2026-10-07T12:00:60Z",
                "2026-10-07T12:00:00.Z",
                "2026-10-07T12:00:00.1",
                "2026-10-07T12:00:00+0300",
                "2026-10-07T12:00:00+24:00",
                "2026-10-07T12:00:00-03:60",
                "2026-10-07T12:00:00[UTC]",
                "",
                "yesterday",
                "2026-10-07T12:00Z",
                "+2026-10-07T12:00:00Z"
            })
    void refusesTimesThatRfc3339OrTheCalendarDoesNotKnow(String time) {
        assertThat(RecordedEvents.rejected(Examples.changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", time + "\"}}")))
                .startsWith("SCHEMA_VIOLATION: data.completedAt ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-07T12:46:14Z",
                "2026-10-07t12:46:14z",
                "2026-10-07T12:46:14.123456789123Z",
                "2024-02-29T00:00:00-00:00",
                "2000-01-01T12:00:00+00:00",
                "2099-12-31T23:59:59-23:59"
            })
    void takesTimesOfRfc3339(String time) {
        assertThat(RecordedEvents.of(Examples.changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", time + "\"}}"))
                        .accepted)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-1", "2026-02-30", "20261001", "1999-12-31", "2100-01-01", "2026-10-01T00:00:00Z"})
    void refusesDatesThatAreNone(String date) {
        assertThat(RecordedEvents.rejected(Examples.changed(PAYOUT, "2026-10-01", date)))
                .startsWith("SCHEMA_VIOLATION: data.periodStart ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD", "ADYEN", "cash", ""})
    void refusesValuesThatAreNotInTheList(String psp) {
        assertThat(RecordedEvents.rejected(Examples.changed(CAPTURED, "adyen", psp)))
                .isEqualTo(
                        "SCHEMA_VIOLATION: data.psp must be one of adyen, stripe, dlocal, pix, but is \"" + psp + "\"");
    }

    @Test
    void refusesNumbersThatNoDatabaseTakes() {
        assertThat(RecordedEvents.rejected(
                        Examples.changed(COMPLETED, "\"version\":2", "\"version\":2,\"x\":1e999999")))
                .startsWith("SCHEMA_VIOLATION: data.x ");
    }
}
