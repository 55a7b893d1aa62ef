package dev.comanda.cost.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.charge.CostQuestion.Days;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What a span is compared with. */
class SpanTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate LONG_AGO = LocalDate.of(2027, 5, 1);

    @Test
    void monthsAreComparedWithAsManyMonthsBefore() {
        assertThat(Span.of(NOVEMBER).before(LONG_AGO)).isEqualTo(Span.of(YearMonth.of(2026, 10)));
        assertThat(Span.of(YearMonth.of(2026, 9), NOVEMBER).before(LONG_AGO))
                .isEqualTo(Span.of(YearMonth.of(2026, 6), YearMonth.of(2026, 8)));
    }

    @Test
    void daysAreComparedWithAsManyDaysBefore() {
        Span span = Span.of(new Days(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 19)));
        Span before = span.before(LONG_AGO);
        assertThat(before.first()).isEqualTo("2026-10-31");
        assertThat(before.last()).isEqualTo("2026-11-09");
        assertThat(before.from()).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void aMonthThatIsStillBilledIsComparedWithAsManyDaysOfTheOneBefore() {
        Span before = Span.of(NOVEMBER).before(LocalDate.of(2026, 11, 20));
        assertThat(before.first()).isEqualTo("2026-10-01");
        assertThat(before.last()).isEqualTo("2026-10-20");
    }

    @Test
    void itsLastDayIsOneThatTheMonthBeforeHas() {
        Span before = Span.of(YearMonth.of(2027, 3)).before(LocalDate.of(2027, 3, 30));
        assertThat(before.last()).isEqualTo("2027-02-28");
    }

    @Test
    void periodsTheWrongWayRoundAreNone() {
        assertThatThrownBy(() -> Span.of(NOVEMBER, YearMonth.of(2026, 10)))
                .hasMessageContaining("2026-10")
                .hasMessageContaining("2026-11");
    }
}
