package dev.comanda.batch.readers.cnab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.bank.PayoutReturnOutcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CnabReturnReaderTest {

    private static final String HEADER = line("23700000", 143, "2");
    private static final String PAYMENTS = line("23700011C2045");

    @ParameterizedTest
    @CsvSource({"00,PAID", "BD,ACCEPTED", "00BD,PAID", "AG,REFUSED", "00AG,REFUSED", "BDDV,REFUSED", "'  00',PAID"})
    void theOccurrencesSayWhatBecameOfThePayment(String occurrences, PayoutReturnOutcome outcome) throws Exception {
        Records records = read(payment("CMD1", 1000, 1000, occurrences), trailer(3, 1000));

        assertThat(records.payoutReturns).singleElement().satisfies(payoutReturn -> {
            assertThat(payoutReturn.line()).isEqualTo(3);
            assertThat(payoutReturn.documentNumber()).isEqualTo("CMD1");
            assertThat(payoutReturn.outcome()).isEqualTo(outcome);
            assertThat(payoutReturn.effectiveDate()).hasToString("2026-10-09");
        });
    }

    @Test
    void theAmountIsTheEffectiveOneAndElseTheOneAskedFor() throws Exception {
        Records records = read(payment("CMD1", 1000, 900, "00"), payment("CMD2", 1000, 0, "AG"), trailer(4, 2000));

        assertThat(records.payoutReturns)
                .extracting(payoutReturn -> payoutReturn.amount().toPlainString())
                .containsExactly("-9.00", "-10.00");
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.agrees())
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"3,1037,false", "9,1000,false", "3,1000,true", "0,1000,true"})
    void aTrailerIsComparedWithThePaymentsOfItsBatch(int lines, int cents, boolean agrees) throws Exception {
        Records records = read(payment("CMD1", 1000, 900, "00"), trailer(lines, cents));

        assertThat(records.controlTotals).singleElement().satisfies(total -> {
            assertThat(total.position()).isEqualTo(4);
            assertThat(total.agrees()).isEqualTo(agrees);
            assertThat(total.explanation().isEmpty()).isEqualTo(agrees);
            assertThat(total.claimed()).isEqualByComparingTo("-" + cents / 100 + "." + "%02d".formatted(cents % 100));
            assertThat(total.summed()).isEqualByComparingTo("-10.00");
        });
    }

    @Test
    void otherSegmentsArePassedOver() throws Exception {
        Records records = read(
                payment("CMD1", 1000, 1000, "00"), line("2370001300002B"), line("2370001300003Z"), trailer(5, 1000));

        assertThat(records.counts).isEqualTo(new ReadCounts(3, 1, 0, 2));
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.agrees())
                .isTrue());
    }

    @Test
    void aBadPaymentIsRejectedAndTheRestGoesOn() throws Exception {
        String noOccurrence = payment("CMD1", 1000, 1000, "");
        String badDate = payment("CMD2", 1000, 1000, "00").replace("09102026", "99102026");
        String badAmount = payment("CMD3", 1000, 1000, "00").replace("000000000001000", "00000000000x000");
        String badType = "2370001X" + noOccurrence.substring(8);
        Records records =
                read(noOccurrence, badDate, badAmount, badType, payment("CMD5", 1000, 1000, "00"), trailer(7, 3000));

        assertThat(records.counts).isEqualTo(new ReadCounts(5, 1, 4, 0));
        assertThat(records.payoutReturns).singleElement().satisfies(payoutReturn -> assertThat(payoutReturn.line())
                .isEqualTo(7));
        assertThat(records.rejected).extracting(rejected -> rejected.line()).containsExactly(3L, 4L, 5L, 6L);
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.explanation())
                .isEmpty());
    }

    @Test
    void whatIsNoPaymentReturnIsRefusedByName() {
        String remittance = line("23700000", 143, "1");
        assertRefused("remittance", remittance, PAYMENTS);
        assertRefused("boletos", HEADER, line("23700011T0100020"));
        assertRefused("operation", HEADER, line("23700011E0400020"));
        assertRefused("CNAB 400", HEADER + " ".repeat(160));
        assertRefused("header", "x".repeat(240));
        assertRefused("header", "x".repeat(300));
        assertRefused("trailer", HEADER, PAYMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void blanksCutOffAtTheEndOfLinesDoNoHarm(String end) throws Exception {
        String text = String.join(
                        end,
                        HEADER.stripTrailing(),
                        PAYMENTS.stripTrailing(),
                        payment("CMD1", 1000, 1000, "00").stripTrailing(),
                        trailer(3, 1000).stripTrailing(),
                        "23799999")
                + end
                + "\u001a";

        assertThat(Records.of(new CnabReturnReader(), text).counts).isEqualTo(new ReadCounts(1, 1, 0, 0));
    }

    private static void assertRefused(String word, String... lines) {
        assertThatThrownBy(() -> Records.of(new CnabReturnReader(), String.join("\n", lines)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(word);
    }

    private static Records read(String... batch) throws UnreadableFileException {
        String text = HEADER + "\n" + PAYMENTS + "\n" + String.join("\n", batch) + "\n" + line("23799999") + "\n";
        return Records.of(new CnabReturnReader(), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String payment(String document, int cents, int effectiveCents, String occurrences) {
        StringBuilder line = new StringBuilder(line("2370001300001A"));
        put(line, 74, document);
        put(line, 94, "09102026");
        put(line, 102, "BRL");
        put(line, 120, "%015d".formatted(cents));
        put(line, 155, "09102026");
        put(line, 163, "%015d".formatted(effectiveCents));
        put(line, 231, occurrences);
        return line.toString();
    }

    private static String trailer(int lines, int cents) {
        return line("23700015         %06d%018d".formatted(lines, cents));
    }

    private static String line(String start) {
        return start + " ".repeat(CnabLine.LENGTH - start.length());
    }

    private static String line(String start, int position, String text) {
        StringBuilder line = new StringBuilder(line(start));
        put(line, position, text);
        return line.toString();
    }

    private static void put(StringBuilder line, int position, String text) {
        line.replace(position - 1, position - 1 + text.length(), text);
    }
}
