package dev.comanda.ops.completeness.persistence;

import static dev.comanda.sql.jobcontrol.Tables.SHORTFALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.completeness.Expectation;
import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.ops.completeness.loading.Reach;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import dev.comanda.ops.testing.PostgresExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What dates lack, and that it is noted when it comes. */
class JooqCompletenessIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 20);
    private static final String READ_AT = "2026-11-20T13:00:00Z";

    private static final Expectation STATEMENT = expected(Kind.STATEMENT, "0001-1", true);
    private static final Expectation ADYEN = expected(Kind.PSP_FILE, "adyen", true);
    private static final Expectation ORDERING = expected(Kind.FEED, "ordering", false);

    private final JooqCompleteness completeness = at("2026-11-20T12:00:00Z");

    @BeforeEach
    void nothingIsThereYet() {
        postgres.dsl()
                .execute(
                        """
                truncate jobcontrol.shortfall, jobcontrol.expectation, jobcontrol.night, ingest.reach;
                insert into jobcontrol.night (business_date, status, started_at, ended_at)
                values ('2026-11-18', 'COMPLETED', now(), now()), ('2026-11-19', 'COMPLETED', now(), now());
                """);
    }

    @Test
    void whereNothingIsExpectedEveryDateIsComplete() {
        completeness.expect(List.of());
        completeness.check(THURSDAY);
        assertThat(incompleteDates()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndNotedWhenItComes() {
        completeness.expect(List.of(STATEMENT, ORDERING));
        completeness.check(THURSDAY);
        assertThat(namesMissing(THURSDAY)).containsExactly("account 0001-1", "feed ordering");
        assertThat(incompleteDates()).containsExactly(THURSDAY);

        read("bank", Kind.STATEMENT, "0001-1", "2026-11-19T03:00:00Z");
        assertThat(completeness.missing(THURSDAY)).hasSize(2);

        read("bank", Kind.STATEMENT, "0001-1", "2026-11-20T03:00:00Z");
        assertThat(completeness.missing(THURSDAY))
                .containsExactly(new Shortfall(
                        "feed ordering",
                        "the feed ordering of 2026-11-19 has not come past midnight; it was expected by 08:00 on"
                                + " 2026-11-20"));
        assertThat(postgres.dsl().fetchValues(SHORTFALL.CAME_AT, SHORTFALL.CAME_AT.isNotNull()))
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(Instant.parse(READ_AT));
        assertThat(incompleteDates()).containsExactly(THURSDAY);

        read("kafka", Kind.FEED, "ordering", "2026-11-20T03:00:07Z");
        assertThat(incompleteDates()).isEmpty();
    }

    @Test
    void twoDatesAreIncompleteUntilEachHasItsOwn() {
        completeness.expect(List.of(ADYEN));
        completeness.check(WEDNESDAY);
        completeness.check(THURSDAY);
        assertThat(incompleteDates()).containsExactly(THURSDAY, WEDNESDAY);

        read("adyen", Kind.PSP_FILE, "adyen", "2026-11-19T03:00:00Z");
        assertThat(incompleteDates()).containsExactly(THURSDAY);

        read("adyen", Kind.PSP_FILE, "adyen", "2026-11-20T03:00:00Z");
        assertThat(incompleteDates()).isEmpty();
    }

    @Test
    void aHolidayLacksOnlyWhatEveryDayHas() {
        completeness.expect(List.of(STATEMENT, ADYEN, ORDERING));
        completeness.check(HOLIDAY);
        assertThat(namesMissing(HOLIDAY)).containsExactly("feed ordering");
    }

    @Test
    void whatIsNotDueYetIsSaidSoUntilALaterCheck() {
        completeness.expect(List.of(STATEMENT));
        at("2026-11-20T06:00:00Z").check(THURSDAY);
        assertThat(completeness.missing(THURSDAY)).singleElement().satisfies(missing -> assertThat(missing.sentence())
                .contains("is not there yet"));

        completeness.check(HOLIDAY);
        assertThat(completeness.missing(THURSDAY)).singleElement().satisfies(missing -> assertThat(missing.sentence())
                .contains("it was expected"));
    }

    @Test
    void anEmptyFileSaysThatThereWasNothingBeforeTheDayItCameOn() {
        completeness.expect(List.of(ADYEN, expected(Kind.PSP_FILE, "pix", false)));
        completeness.check(THURSDAY);
        completeness.check(HOLIDAY);

        read("adyen", null, "", READ_AT);
        read("pix", null, "", READ_AT);

        assertThat(completeness.missing(THURSDAY)).isEmpty();
        assertThat(namesMissing(HOLIDAY)).containsExactly("psp pix");
    }

    @Test
    void anExpectationThatIsTakenBackMissesNothing() {
        completeness.expect(List.of(ADYEN, STATEMENT));
        completeness.check(THURSDAY);
        completeness.expect(List.of(STATEMENT));

        assertThat(namesMissing(THURSDAY)).containsExactly("account 0001-1");
    }

    private static JooqCompleteness at(String now) {
        return new JooqCompleteness(postgres.dsl(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static Expectation expected(Kind kind, String subject, boolean businessDays) {
        return new Expectation(kind, subject, businessDays, LocalTime.of(8, 0), 0);
    }

    private List<String> namesMissing(LocalDate date) {
        return completeness.missing(date).stream().map(Shortfall::expectation).toList();
    }

    private static List<LocalDate> incompleteDates() {
        return new JooqNightViews(postgres.dsl())
                .nights(0, 10).stream()
                        .filter(NightView::incomplete)
                        .map(NightView::businessDate)
                        .toList();
    }

    /** Reads a source as the loads do; of no kind, it holds nothing. */
    private static void read(String sourceKind, @Nullable Kind kind, String subject, String toldUntil) {
        postgres.dsl().transaction(transaction -> {
            DSLContext sql = DSL.using(transaction);
            String sha256 = sql.fetchSingle("select encode(sha256(gen_random_uuid()::text::bytea), 'hex')")
                    .get(0, String.class);
            SourceLoad source = SourceLoad.begin(
                    sql,
                    Copies.of(transaction),
                    new NewSource(
                            LegalEntity.DEFAULT, "some file", sourceKind, sha256, 1, OffsetDateTime.parse(READ_AT)));
            if (kind != null) {
                Reach reach = new Reach(kind);
                reach.tells(subject, Instant.parse(toldUntil));
                reach.finish(Copies.of(transaction), source.sourceId());
            }
            source.finish(0, 0, 0, null);
        });
    }
}
