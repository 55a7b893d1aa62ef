package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws that the formats have of their own hold wherever their breach is not planted. */
class SimulatedFilesTest {

    private static final BigDecimal PLANTED = new BigDecimal("0.37");

    @TempDir
    private static Path folder;

    private static SimulatedInbox day;

    @BeforeAll
    static void simulateOneDay() throws IOException {
        Path inbox = folder.resolve("inbox");
        day = new SimulatedInbox(inbox, MarketplaceSimulator.simulate(LocalDate.of(2026, 10, 14), 1_000, 3, inbox));
    }

    @Test
    void everyRowOfAdyenKeepsTheRowLaw() throws IOException {
        for (String path : day.paths("psp/adyen/")) {
            for (CSVRecord row : csv(path, 0)) {
                if (List.of("Settled", "Refunded", "Chargeback").contains(row.get("Type"))) {
                    BigDecimal gross = difference(row, "Gross Credit (GC)", "Gross Debit (GC)");
                    BigDecimal fees = amount(row, "Commission (NC)")
                            .add(amount(row, "Markup (NC)"))
                            .add(amount(row, "Scheme Fees (NC)"))
                            .add(amount(row, "Interchange (NC)"));
                    assertThat(netOf(row)).isEqualByComparingTo(gross.subtract(fees));
                }
            }
        }
    }

    @Test
    void everyBatchOfAdyenNetsToZeroButTheFirst() throws IOException {
        List<BigDecimal> sums = new ArrayList<>();
        for (String path : day.paths("psp/adyen/")) {
            sums.add(csv(path, 0).stream().map(SimulatedFilesTest::netOf).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertPlantedFirst(sums, PLANTED.negate());
    }

    @Test
    void everyPayoutOfStripeIsTheSumOfItsRowsButTheFirst() throws IOException {
        List<BigDecimal> sums = new ArrayList<>();
        for (String path : day.paths("psp/stripe/")) {
            sums.add(csv(path, 0).stream().map(row -> amount(row, "net")).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertPlantedFirst(sums, PLANTED.negate());
    }

    @Test
    void everyHeaderOfDlocalIsTheSumOfItsRowsButTheFirst() throws IOException {
        List<BigDecimal> differences = new ArrayList<>();
        for (String path : day.paths("psp/dlocal/")) {
            CSVRecord header = csv(path, 0).get(0);
            List<CSVRecord> rows = csv(path, 2);
            assertThat(header.get("NUMBER_OF_ITEMS")).isEqualTo(Integer.toString(rows.size()));
            BigDecimal net =
                    rows.stream().map(row -> amount(row, "NET_AMOUNT")).reduce(BigDecimal.ZERO, BigDecimal::add);
            differences.add(amount(header, "NET_TOTAL_AMOUNT").subtract(net));
        }
        assertPlantedFirst(differences, PLANTED);
    }

    @Test
    void everySwiftStatementBalancesAndBeginsWhereTheOneBeforeEnded() throws IOException {
        Pattern balance = Pattern.compile(":6[02]F:C\\d{6}BRL(\\d+),(\\d\\d)");
        Pattern entry = Pattern.compile(":61:\\d{10}([CD])(\\d+),(\\d\\d)NTRF.*");
        String before = null;
        for (String path : day.paths("bank/extrato-0001-123456-")) {
            BigDecimal sum = BigDecimal.ZERO;
            List<BigDecimal> balances = new ArrayList<>();
            for (String line : day.lines(path)) {
                Matcher ofBalance = balance.matcher(line);
                Matcher ofEntry = entry.matcher(line);
                if (ofBalance.matches()) {
                    balances.add(new BigDecimal(ofBalance.group(1) + "." + ofBalance.group(2)));
                }
                if (ofEntry.matches()) {
                    BigDecimal booked = new BigDecimal(ofEntry.group(2) + "." + ofEntry.group(3));
                    sum = ofEntry.group(1).equals("D") ? sum.subtract(booked) : sum.add(booked);
                }
            }
            assertThat(balances).hasSize(2);
            assertThat(balances.get(0).add(sum)).isEqualByComparingTo(balances.get(1));
            assertThat(before == null || before.equals(balances.get(0).toString()))
                    .isTrue();
            before = balances.get(1).toString();
        }
    }

    @Test
    void exactlyOneCamtStatementDoesNotBalance() throws IOException {
        Pattern amount = Pattern.compile("<Amt Ccy=\"BRL\">([0-9.]+)</Amt><CdtDbtInd>(CRDT|DBIT)</CdtDbtInd>");
        int unbalanced = 0;
        for (String path : day.paths("bank/extrato-0001-12345-6-")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String line : day.lines(path)) {
                Matcher matcher = amount.matcher(line);
                if (matcher.find() && !line.contains("PDNG")) {
                    BigDecimal signed = new BigDecimal(matcher.group(1));
                    boolean towards = matcher.group(2).equals("CRDT") != line.contains("CLBD");
                    sum = towards ? sum.add(signed) : sum.subtract(signed);
                }
            }
            unbalanced += sum.signum() == 0 ? 0 : 1;
        }
        assertThat(unbalanced).isEqualTo(1);
    }

    @Test
    void everyPaymentReturnHasRecordsOf240Positions() throws IOException {
        for (String path : day.paths("bank/cnab/")) {
            assertThat(day.lines(path)).allMatch(line -> line.length() == 240);
        }
    }

    private static void assertPlantedFirst(List<BigDecimal> values, BigDecimal planted) {
        assertThat(values.get(0)).isEqualByComparingTo(planted);
        assertThat(values.subList(1, values.size())).isNotEmpty().allMatch(value -> value.signum() == 0);
    }

    private static BigDecimal netOf(CSVRecord row) {
        return difference(row, "Net Credit (NC)", "Net Debit (NC)");
    }

    private static BigDecimal difference(CSVRecord row, String plus, String minus) {
        return amount(row, plus).subtract(amount(row, minus));
    }

    private static BigDecimal amount(CSVRecord row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static List<CSVRecord> csv(String path, int linesBefore) throws IOException {
        List<String> lines = day.lines(path);
        String text = String.join("\n", lines.subList(linesBefore, lines.size()));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
            return rows;
        }
    }
}
