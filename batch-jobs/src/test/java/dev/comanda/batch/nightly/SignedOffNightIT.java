package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.ClosingDate;
import dev.comanda.ops.close.persistence.JooqCloses;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights before and after a sign-off, as an operator starts them. */
class SignedOffNightIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void aSignedOffDateHasNoNightAndALaterNightSignsOffWhatIsCleanBeforeIt() throws Exception {
        Closes closes = new JooqCloses(postgres.dsl(), CLOCK);
        assertThat(night(DATE).end()).isZero();
        ACase.person(postgres.dsl(), "ada", "APPROVER");
        assertThat(closes.signOff(DATE, "ada")).isEmpty();

        NightProcess again = night(DATE);
        assertThat(again.end()).isEqualTo(2);
        assertThat(again.said()).contains("2026-11-18 cannot be run: the books are signed off up to 2026-11-18");

        NightProcess next = night(DATE.plusDays(1));
        assertThat(next.end()).as(next::said).isZero();
        assertThat(closes.lastSignedOff())
                .as("the latest date is never signed off")
                .contains(DATE);
        assertThat(night(DATE.plusDays(2)).end()).isZero();
        assertThat(closes.find(DATE.plusDays(1)).map(ClosingDate::signOff))
                .hasValueSatisfying(signOff -> assertThat(signOff.by()).isNull());
    }

    private NightProcess night(LocalDate date) throws Exception {
        Path inbox = folder.resolve("inbox");
        Files.createDirectories(inbox);
        return NightProcess.start(date, inbox, postgres.database(), folder.resolve("data"));
    }
}
