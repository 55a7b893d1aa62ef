package dev.comanda.batch.readers.pix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.psp.LineKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixListReaderTest {

    private static final String PAYMENT =
            "{'endToEndId':'E1','txid':'pay_1','valor':'10.00','horario':'2026-10-08T02:59:59.000Z'%s}";

    @Test
    void aPaymentIsASaleOnTheDayOfItsTimeAsWritten() throws Exception {
        Records records = read(PAYMENT.formatted(""));

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.SALE);
            assertThat(line.pspReference()).isEqualTo("E1");
            assertThat(line.merchantReference()).isEqualTo("pay_1");
            assertThat(line.currency()).isEqualTo("BRL");
            assertThat(line.businessDate()).hasToString("2026-10-07");
        });
    }

    @Test
    void aSettledReturnIsARefundWithItsPlaceInTheList() throws Exception {
        Records records = read(
                PAYMENT.formatted(""),
                PAYMENT.formatted(
                        returns(
                                "{'id':'d1','valor':'3.00','status':'NAO_REALIZADO','horario':{'solicitacao':'2026-10-08T12:00:00Z'}}",
                                "{'id':'d2','valor':'4.00','status':'DEVOLVIDO','natureza':'MED_FRAUDE',"
                                        + "'horario':{'solicitacao':'2026-10-08T12:00:00Z','liquidacao':'2026-10-10T02:00:00Z'}}")));

        assertThat(records.counts).isEqualTo(new ReadCounts(4, 3, 0, 1));
        assertThat(records.lines.get(2)).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.REFUND);
            assertThat(line.position()).isEqualTo(2);
            assertThat(line.part()).isEqualTo(2);
            assertThat(line.amount()).isEqualByComparingTo("-4.00");
            assertThat(line.typeAsWritten()).isEqualTo("MED_FRAUDE");
            assertThat(line.merchantReference()).isEqualTo("d2");
            assertThat(line.businessDate()).hasToString("2026-10-09");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'endToEndId':'E9','valor':'1e3','horario':'2026-10-08T02:59:59Z'}",
                "{'endToEndId':'E9','valor':'-1.00','horario':'2026-10-08T02:59:59Z'}",
                "{'endToEndId':'E9','valor':{'a':1},'horario':'2026-10-08T02:59:59Z'}",
                "{'endToEndId':'E9','valor':'1.00','horario':'2026-10-08T02:59:59'}",
                "{'endToEndId':'E9\\u0000','valor':'1.00','horario':'2026-10-08T02:59:59Z'}",
                "{'valor':'1.00','horario':'2026-10-08T02:59:59Z'}",
                "'text'",
                "[1,[2]]",
                "17"
            })
    void aBadPaymentIsRejectedWithItsBytesAndTheRestGoesOn(String bad) throws Exception {
        Records records = read(bad, PAYMENT.formatted(""));

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.lines).singleElement().satisfies(line -> assertThat(line.position())
                .isEqualTo(2));
        assertThat(records.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(1);
            assertThat(new String(rejected.raw(), StandardCharsets.UTF_8)).isEqualTo(bad.replace('\'', '"'));
        });
    }

    @Test
    void aBadReturnIsRejectedAndItsPaymentStands() throws Exception {
        Records records = read(PAYMENT.formatted(returns("{'id':'d1','valor':'4.00','status':'DEVOLVIDO'}")));

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.rejected).singleElement().satisfies(rejected -> assertThat(rejected.sentence())
                .contains("devolucao 1", "horario.liquidacao"));
    }

    @Test
    void anEmptyListIsAFileWithoutRecords() throws Exception {
        assertThat(read().counts).isEqualTo(new ReadCounts(0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pix\":[{\"endToEndId\":", "{\"cobs\":[]}", "[]", "{\"pix\":[]} x", "{\"pix\":7}", "  "})
    void whatIsNotOneWholeAnswerIsRefused(String text) {
        assertThatThrownBy(() -> Records.of(new PixListReader(), text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void anElementLongerThanAMebibyteIsRefused() {
        String payment = PAYMENT.formatted(",'infoPagador':'" + "x".repeat(1_200_000) + "'");

        assertThatThrownBy(() -> read(payment))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("1,048,576");
    }

    private static String returns(String... returns) {
        return ",'devolucoes':[" + String.join(",", returns) + "]";
    }

    private static Records read(String... payments) throws UnreadableFileException {
        String text = "{'parametros':{'fim':{'x':[1]}},'pix':[" + String.join(",", payments) + "]}";
        return Records.of(new PixListReader(), text.replace('\'', '"'));
    }
}
