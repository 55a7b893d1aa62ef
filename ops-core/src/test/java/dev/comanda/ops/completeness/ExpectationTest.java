package dev.comanda.ops.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** What must be there for a date, and when it is late. */
class ExpectationTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    /** Black Consciousness Day. */
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 20);

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void onBusinessDaysNeitherHolidaysNorWeekendsHaveIt() {
        Expectation statement = new Expectation(Kind.STATEMENT, "1", true, EIGHT, 0);
        assertThat(statement.isFor(THURSDAY)).isTrue();
        assertThat(statement.isFor(HOLIDAY)).isFalse();
        assertThat(statement.isFor(SATURDAY)).isFalse();
        assertThat(statement.isFor(MONDAY)).isTrue();

        assertThat(new Expectation(Kind.FEED, "ordering", false, EIGHT, 0).isFor(HOLIDAY))
                .isTrue();
    }

    @Test
    void itsSubjectMustHaveToldUntilMidnightInSaoPaulo() {
        assertThat(psp(0).neededUntil(THURSDAY)).isEqualTo(Instant.parse("2026-11-20T03:00:00Z"));
    }

    @Test
    void aLagIsCountedInBusinessDays() {
        assertThat(psp(1).neededUntil(MONDAY)).isEqualTo(Instant.parse("2026-11-20T03:00:00Z"));
        assertThat(psp(2).neededUntil(MONDAY)).isEqualTo(Instant.parse("2026-11-19T03:00:00Z"));
    }

    @Test
    void itIsLateOnlyWhenItsTimeInSaoPauloHasPassed() {
        Expectation statement = new Expectation(Kind.STATEMENT, "0001-1", true, EIGHT, 0);

        assertThat(statement.sentence(THURSDAY, Instant.parse("2026-11-20T11:00:00Z")))
                .isEqualTo("the statement of account 0001-1 for 2026-11-19 is not there yet; it is expected by 08:00 on"
                        + " 2026-11-20");
        assertThat(statement.sentence(THURSDAY, Instant.parse("2026-11-20T11:00:01Z")))
                .isEqualTo(
                        "the statement of account 0001-1 for 2026-11-19 is not there; it was expected by 08:00 on 2026-11-20");
    }

    @Test
    void eachKindIsNamedForWhatItIs() {
        Instant late = Instant.parse("2026-11-21T00:00:00Z");
        assertThat(psp(0).sentence(THURSDAY, late)).startsWith("the file of adyen for 2026-11-19 is not there;");
        assertThat(new Expectation(Kind.FEED, "ordering", false, EIGHT, 0).sentence(THURSDAY, late))
                .startsWith("the feed ordering of 2026-11-19 has not come past midnight;");
        assertThat(psp(0).name()).isEqualTo("psp adyen");
    }

    private static Expectation psp(int lag) {
        return new Expectation(Kind.PSP_FILE, "adyen", true, EIGHT, lag);
    }
}
