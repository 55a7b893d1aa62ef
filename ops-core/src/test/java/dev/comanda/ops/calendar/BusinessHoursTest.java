package dev.comanda.ops.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 19 November 2026 is a Thursday, the 20th a holiday, the 21st and 22nd a weekend; São Paulo is three hours behind UTC. */
class BusinessHoursTest {

    @Test
    void workBeginsAtNineOfTheNextBusinessDay() {
        assertThat(BusinessHours.firstAfter(LocalDate.of(2026, 11, 17)))
                .isEqualTo(Instant.parse("2026-11-18T12:00:00Z"));
        assertThat(BusinessHours.firstAfter(LocalDate.of(2026, 11, 19)))
                .isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // within a day, over its end, from before it, from after it, over holiday and weekend, a whole week of work
        "2026-11-18T13:00:00Z, 4, 2026-11-18T17:00:00Z",
        "2026-11-18T19:00:00Z, 4, 2026-11-19T14:00:00Z",
        "2026-11-18T09:00:00Z, 4, 2026-11-18T16:00:00Z",
        "2026-11-18T22:00:00Z, 4, 2026-11-19T16:00:00Z",
        "2026-11-19T20:00:00Z, 4, 2026-11-23T15:00:00Z",
        "2026-11-21T15:00:00Z, 4, 2026-11-23T16:00:00Z",
        "2026-11-18T12:00:00Z, 9, 2026-11-18T21:00:00Z",
        "2026-11-18T12:00:00Z, 45, 2026-11-25T21:00:00Z"
    })
    void onlyWorkingTimePasses(Instant start, long hours, Instant end) {
        assertThat(BusinessHours.after(start, Duration.ofHours(hours))).isEqualTo(end);
    }

    @Test
    void workForMoreThanAYearIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessHours.after(Instant.parse("2026-11-18T12:00:00Z"), Duration.ofDays(365)))
                .withMessageContaining("400 business days");
    }
}
