package dev.comanda.batch.readers.ofx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfxReaderTest {

    private static final String SGML = "OFXHEADER:100\nENCODING:USASCII\nCHARSET:1252\n\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?OFX OFXHEADER=\"200\"?>\n";

    @ParameterizedTest
    @CsvSource({
        "-283.64,-283.64",
        "+200,200",
        "-33.3,-33.3",
        "'-9,90',-9.90",
        "'1.234,56',1234.56",
        "'-1,234.56',-1234.56",
        "'1,234',1.234"
    })
    void theSignOfTheAmountIsTheDirectionWhateverTheDecimalSign(String written, String amount) throws Exception {
        Records records = read(SGML, "<TRNTYPE>CREDIT<DTPOSTED>20261009<TRNAMT>" + written);

        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.amount())
                .isEqualByComparingTo(amount));
    }

    @Test
    void nameAndMemoAreTheTextAndTheDateIsThatOfItsDigits() throws Exception {
        Records records =
                read(SGML, "<DTPOSTED>20261009235959[-3:BRT]<TRNAMT>1<FITID>F1<NAME>A &amp; B<MEMO>C & D < 3");

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.remittanceText()).isEqualTo("A & B C & D < 3");
            assertThat(entry.servicerReference()).isEqualTo("F1");
            assertThat(entry.bookingDate()).hasToString("2026-10-09");
            assertThat(entry.valueDate()).hasToString("2026-10-09");
        });
    }

    @Test
    void theXmlFormIsReadLikeTheSgmlForm() throws Exception {
        Records records = read(XML, "<DTPOSTED>20261009</DTPOSTED><TRNAMT>1.50</TRNAMT><MEMO>cr\u00e9dito</MEMO>");

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("1.50");
            assertThat(entry.remittanceText()).isEqualTo("cr\u00e9dito");
        });
    }

    @Test
    void theTextIsThatOfTheCharsetInTheHeader() throws Exception {
        byte[] bytes = file(SGML, "<DTPOSTED>20261009<TRNAMT>1<MEMO>cr\u00e9dito \u20ac")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Records.of(new OfxReader(), bytes).entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.remittanceText()).isEqualTo("cr\u00e9dito \u20ac"));
    }

    @Test
    void statementsOfSeveralAccountsAreCountedThrough() throws Exception {
        Records records = Records.of(
                new OfxReader(),
                SGML + "<OFX><STMTRS><CURDEF>BRL<ACCTID>1<BANKTRANLIST><DTSTART>20261001<DTEND>20261009"
                        + "<STMTTRN><DTPOSTED>20261009<TRNAMT>1</STMTTRN></BANKTRANLIST>"
                        + "<LEDGERBAL><BALAMT>5<DTASOF>20261009</LEDGERBAL><AVAILBAL><BALAMT>7</AVAILBAL></STMTRS>"
                        + "<CCSTMTRS><CURDEF>USD<ACCTID>2<BANKTRANLIST>"
                        + "<STMTTRN><DTPOSTED>20261009<TRNAMT>2<STMTTRN><DTPOSTED>20261009<TRNAMT>3"
                        + "<LEDGERBAL><BALAMT>-9</LEDGERBAL></CCSTMTRS></OFX>");

        assertThat(records.entries)
                .extracting(entry -> entry.ordinal() + " " + entry.account() + " " + entry.statementIndex() + " "
                        + entry.currency() + " " + entry.amount())
                .containsExactly("1 1 1 BRL 1", "2 2 2 USD 2", "3 2 2 USD 3");
        assertThat(records.statements)
                .extracting(statement -> statement.account() + " " + statement.opening() + " " + statement.closing()
                        + " " + statement.bookedSum() + " " + statement.firstEntryOrdinal() + " " + statement.to())
                .containsExactly("1 null 5 1 1 2026-10-09", "2 null -9 5 2 null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DTPOSTED>20261009<TRNAMT>1e308",
                "<DTPOSTED>20261009<TRNAMT>",
                "<DTPOSTED>20261309<TRNAMT>1",
                "<DTPOSTED>00000000<TRNAMT>1",
                "<DTPOSTED><TRNAMT>1",
                "<DTPOSTED>20261009<TRNAMT>1<MEMO>a\u0000b"
            })
    void aBadEntryIsRejectedAndTheRestGoesOn(String bad) throws Exception {
        Records records = read(SGML, bad + "</STMTTRN><STMTTRN><DTPOSTED>20261009<TRNAMT>2");

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.ordinal())
                .isEqualTo(2));
        assertThat(records.rejected).singleElement().satisfies(rejected -> assertThat(rejected.line())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<OFX></OFX>",
                "<OFX><STMTRS><CURDEF>BRL<BANKTRANLIST></BANKTRANLIST></STMTRS></OFX>",
                "<!DOCTYPE OFX [<!ENTITY a \"x\">]><OFX>",
                "no tags at all"
            })
    void whatHoldsNoStatementIsRefused(String text) {
        assertThatThrownBy(() -> Records.of(new OfxReader(), SGML + text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void anEndlessTextOrTagIsRefused() {
        assertThatThrownBy(() -> read(SGML, "<MEMO>" + "x".repeat(70_000))).hasMessageContaining("65,536");
        assertThatThrownBy(() -> read(SGML, "<" + "x".repeat(1_000))).hasMessageContaining("128");
    }

    private static Records read(String header, String entry) throws UnreadableFileException {
        return Records.of(new OfxReader(), file(header, entry));
    }

    private static String file(String header, String entry) {
        return header + "<OFX><STMTRS><CURDEF>BRL<ACCTID>1<BANKTRANLIST><STMTTRN>" + entry
                + "</STMTTRN></BANKTRANLIST></STMTRS></OFX>";
    }
}
