package dev.comanda.batch.readers.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.psp.ControlTotal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealFilesTest {

    @Test
    void everyRealFileIsReadOrRefusedWithASentence() throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        Path data = SharedFiles.folder("data");
        for (String folder : List.of("psp", "bank")) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = data.relativize(file).toString();
                    outcomes.put(path, outcome(file, inboxPath(path)));
                }
            }
        }
        outcomes.forEach((path, outcome) -> System.out.println(path + "  " + outcome));
        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes.values()).allMatch(outcome -> outcome.startsWith("READ") || outcome.length() > 60);
    }

    @Test
    void realSettlementReportsOfAdyenAreReadByTheNamesOfTheirColumns() throws Exception {
        Path adyen = SharedFiles.folder("data/psp/adyen");
        Records donation =
                SharedFiles.read(adyen.resolve("settlement_detail_report_donation.csv"), "psp/adyen/donation.csv");
        Records reordered = SharedFiles.read(
                adyen.resolve("settlement_detail_report_donation_reordered.csv"), "psp/adyen/reordered.csv");

        assertThat(reordered.lines).isEqualTo(donation.lines);
        assertThat(donation.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.reference()).isEqualTo("TX2342222277XT");
            assertThat(payout.amount()).isEqualByComparingTo("0.76");
            // 19:53 in PST is already the next day in UTC, and in São Paulo.
            assertThat(payout.date()).hasToString("2016-02-19");
        });
        assertThat(donation.controlTotals).singleElement().matches(ControlTotal::agrees);
        assertThat(donation.warnings).isEmpty();
    }

    @Test
    void theRealReportOfDlocalDoesNotAgreeWithItsHeader() throws Exception {
        Path dlocal = SharedFiles.folder("data/psp/dlocal");
        Records records =
                SharedFiles.read(dlocal.resolve("Wikimedia_Settlement_Reports_20260110.csv"), "psp/dlocal/report.csv");

        assertThat(records.counts).isEqualTo(new ReadCounts(7, 7, 0, 0));
        assertThat(records.controlTotals).singleElement().satisfies(total -> {
            assertThat(total.position()).isEqualTo(2);
            assertThat(total.claimed()).isEqualByComparingTo("179.49");
            assertThat(total.summed()).isEqualByComparingTo("179.47");
            assertThat(total.agrees()).isFalse();
            assertThat(total.explanation()).contains("1356", "NET_TOTAL_AMOUNT").doesNotContain("GROSS", "FEE");
        });
    }

    private static String inboxPath(String path) {
        // The project's data keeps CNAB files beside bank/, the inbox has a folder for them.
        return path.replaceFirst("^bank/cnab\\d+/", "bank/cnab/");
    }

    private static String outcome(Path file, String pathInInbox) throws IOException {
        try {
            Records records = SharedFiles.read(file, pathInInbox);
            ReadCounts counts = records.counts;
            return "READ %d accepted, %d rejected, %d ignored, %d statements %s %s"
                    .formatted(
                            counts.accepted(),
                            counts.rejected(),
                            counts.ignored(),
                            records.statements.size(),
                            records.rejected.stream().map(r -> r.sentence()).toList(),
                            records.warnings);
        } catch (UnreadableFileException e) {
            return "REFUSED: " + e.getMessage();
        }
    }
}
