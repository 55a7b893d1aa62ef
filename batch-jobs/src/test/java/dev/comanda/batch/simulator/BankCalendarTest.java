package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankCalendarTest {

    private final BankCalendar calendar = new BankCalendar();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-02-16", "2026-02-17", "2026-04-03", "2026-04-21", "2026-05-01", "2026-06-04",
                "2026-09-07", "2026-10-12", "2026-11-02", "2024-11-15", "2026-12-25", "2024-11-20", "2027-02-08",
                "2027-02-09", "2027-03-26", "2027-05-27"
            })
    void isClosedOnHolidays(LocalDate date) {
        assertThat(calendar.isBusinessDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-18", "2023-11-20", "2026-12-24", "2026-12-31", "2026-10-13", "2026-06-05"})
    void isOpenOnAshWednesdayAndOtherDaysThatAreNoBankHolidays(LocalDate date) {
        assertThat(calendar.isBusinessDay(date)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-10", "2026-10-11"})
    void isClosedAtTheWeekend(LocalDate date) {
        assertThat(calendar.isBusinessDay(date)).isFalse();
    }
}
