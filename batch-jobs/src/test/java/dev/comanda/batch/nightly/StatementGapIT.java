package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Statements of an account whose numbers skip one. */
class StatementGapIT {

    private static final LocalDate OLD_YEAR = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 4);

    @RegisterExtension
    static final PostgresExtension continued = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension restarted = new PostgresExtension();

    @TempDir
    Path inbox;

    @Test
    void aStatementThatIsMissingOverTheYearsEndIsAGap() throws IOException {
        NightOnDatabase night = new NightOnDatabase(continued.dsl());
        write("bank/1.sta", statement(251, "261231"));
        night.run(OLD_YEAR, inbox);
        write("bank/2.sta", statement(253, "270104"));
        night.run(NEW_YEAR, inbox);
        assertThat(night.export(Reconciliation.PSP_PAYOUT, NEW_YEAR))
                .contains("BREAK,STATEMENT_GAP,,,bank/2.sta#1,,,BRL,");

        write("bank/3.sta", statement(252, "270101"));
        night.run(NEW_YEAR.plusDays(1), inbox);
        assertThat(night.export(Reconciliation.PSP_PAYOUT, NEW_YEAR.plusDays(1)))
                .noneMatch(line -> line.contains("STATEMENT_GAP"));
    }

    @Test
    void numbersThatStartAgainWithTheYearAreNoGap() throws IOException {
        NightOnDatabase night = new NightOnDatabase(restarted.dsl());
        write("bank/1.sta", statement(251, "261231"));
        write("bank/2.sta", statement(1, "270104"));
        night.run(NEW_YEAR, inbox);
        assertThat(night.export(Reconciliation.PSP_PAYOUT, NEW_YEAR)).noneMatch(line -> line.contains("STATEMENT_GAP"));
    }

    private void write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String statement(int number, String date) {
        return """
                :20:ST
                :25:0001/123456
                :28C:%d/1
                :60F:C%sBRL100,00
                :61:%sD1,00NTRFNONREF
                :62F:C%sBRL99,00
                -
                """
                .formatted(number, date, date, date);
    }
}
