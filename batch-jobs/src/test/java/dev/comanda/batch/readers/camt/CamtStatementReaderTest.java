package dev.comanda.batch.readers.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.bank.BankEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamtStatementReaderTest {

    private static final String ACCOUNT = "<Acct><Id><IBAN>BR1</IBAN></Id><Ccy>BRL</Ccy></Acct>";
    private static final String DATES =
            "<BookgDt><Dt>2026-10-09</Dt></BookgDt><ValDt><DtTm>2026-10-10T01:00:00Z</DtTm></ValDt>";

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08"})
    void theVersions02To08AreRead(String version) throws Exception {
        Records records = Records.of(
                new CamtStatementReader(), document("camt.053.001." + version, statement(entry("10.00", "CRDT", ""))));

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("10.00");
            assertThat(entry.account()).isEqualTo("BR1");
            assertThat(entry.bookingDate()).hasToString("2026-10-09");
            assertThat(entry.valueDate()).hasToString("2026-10-10");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camt.053.001.01",
                "camt.053.001.13",
                "camt.052.001.02",
                "camt.054.001.08",
                "pain.001.001.03",
                "pain.002.001.03"
            })
    void otherMessagesAndVersionsAreRefused(String message) {
        assertThatThrownBy(() -> Records.of(new CamtStatementReader(), document(message, statement(""))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("camt.053");
    }

    @Test
    void onlyBookedEntriesCountAndAllOfThemAreNumbered() throws Exception {
        Records records = read(
                statement(entry("1.00", "CRDT", "").replace("<Sts>BOOK", "<Sts>PDNG"), entry("2.00", "DBIT", "")),
                statement(entry("3.00", "CRDT", "").replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")));

        assertThat(records.counts).isEqualTo(new ReadCounts(3, 2, 0, 1));
        assertThat(records.entries)
                .extracting(entry -> entry.ordinal() + " " + entry.statementIndex() + " " + entry.amount())
                .containsExactly("2 1 -2.00", "3 2 3.00");
        assertThat(records.statements)
                .extracting(statement -> statement.firstEntryOrdinal() + " " + statement.bookedSum())
                .containsExactly("2 -2.00", "3 3.00");
    }

    @Test
    void aReversalKeepsTheDirectionTheBankGivesIt() throws Exception {
        Records records = read(statement(entry("5.00", "CRDT", "").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")));

        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.amount())
                .isEqualByComparingTo("5.00"));
    }

    @Test
    void severalTransactionsThatSumToTheirEntryAreItsParts() throws Exception {
        Records records = read(statement(entry(
                "10.00",
                "DBIT",
                "<NtryDtls>" + transaction("<Amt Ccy='BRL'>7.00</Amt>", "A") + "</NtryDtls><NtryDtls>"
                        + transaction("<AmtDtls><TxAmt><Amt Ccy='BRL'>3.00</Amt></TxAmt></AmtDtls>", "B")
                        + "</NtryDtls>")));

        assertThat(records.counts).isEqualTo(new ReadCounts(1, 1, 0, 0));
        assertThat(records.entries)
                .extracting(entry -> entry.ordinal() + "." + entry.part() + " " + entry.amount() + " "
                        + entry.endToEndId() + " " + entry.remittanceText())
                .containsExactly("1.1 -7.00 A text A", "1.2 -3.00 B text B");
        assertThat(records.statements).singleElement().satisfies(statement -> assertThat(statement.bookedSum())
                .isEqualByComparingTo("-10.00"));
    }

    @ParameterizedTest
    @CsvSource({"2.99,BRL", "3.00,USD", "x,BRL"})
    void severalTransactionsThatDoNotSumToTheirEntryStayOneEntry(String amount, String currency) throws Exception {
        Records records = read(statement(entry(
                "10.00",
                "DBIT",
                "<AcctSvcrRef>S</AcctSvcrRef><NtryDtls>" + transaction("<Amt Ccy='BRL'>7.00</Amt>", "A")
                        + transaction("<Amt Ccy='%s'>%s</Amt>".formatted(currency, amount), "B") + "</NtryDtls>")));

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.part()).isZero();
            assertThat(entry.amount()).isEqualByComparingTo("-10.00");
            assertThat(entry.endToEndId()).isEqualTo("A B");
            assertThat(entry.servicerReference()).isEqualTo("S");
            assertThat(entry.remittanceText()).isEqualTo("text A text B");
        });
    }

    @Test
    void aPartMayGoTheOtherWay() throws Exception {
        Records records = read(statement(entry(
                "4.00",
                "CRDT",
                "<NtryDtls>" + transaction("<Amt Ccy='BRL'>7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>", "A")
                        + transaction("<Amt Ccy='BRL'>3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>", "B") + "</NtryDtls>")));

        assertThat(records.entries)
                .extracting(BankEntry::amount)
                .map(Object::toString)
                .containsExactly("7.00", "-3.00");
    }

    @Test
    void aStatementIsOfTheDayOfItsClosingBalanceAlsoWhereItsPeriodEndsAtTheNextMidnight() throws Exception {
        Records records = read("<Stmt><Id>S</Id><FrToDt><FrDtTm>2026-10-09T00:00:00</FrDtTm>"
                + "<ToDtTm>2026-10-10T00:00:00</ToDtTm></FrToDt>" + ACCOUNT
                + balance("CLBD", "BRL", "4.00", "CRDT") + "</Stmt>");

        assertThat(records.statements).singleElement().satisfies(statement -> assertThat(statement.to())
                .hasToString("2026-10-09"));
    }

    @Test
    void balancesAreThoseOfTheBookedMoneyInTheAccountsCurrency() throws Exception {
        Records records = read("<Stmt><Id>S</Id><ElctrncSeqNb>0012</ElctrncSeqNb>" + ACCOUNT
                + balance("OPAV", "BRL", "1.00", "CRDT") + balance("PRCD", "BRL", "2.00", "DBIT")
                + balance("CLBD", "USD", "3.00", "CRDT") + balance("CLBD", "BRL", "4.00", "CRDT") + "</Stmt>");

        assertThat(records.statements).singleElement().satisfies(statement -> {
            assertThat(statement.sequenceNumber()).isEqualTo(12);
            assertThat(statement.opening()).isEqualByComparingTo("-2.00");
            assertThat(statement.closing()).isEqualByComparingTo("4.00");
            assertThat(statement.bookedSum()).isZero();
            assertThat(statement.firstEntryOrdinal()).isNull();
            assertThat(statement.to()).hasToString("2026-10-09");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Ntry><Amt Ccy='BRL'>1e3</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" + DATES + "</Ntry>",
                "<Ntry><Amt Ccy='BRL'>1</Amt><CdtDbtInd>X</CdtDbtInd><Sts>BOOK</Sts>" + DATES + "</Ntry>",
                "<Ntry><Amt>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" + DATES + "</Ntry>",
                "<Ntry><Amt Ccy='BRL'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>",
                "<Ntry><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" + DATES + "</Ntry>"
            })
    void aBadEntryIsRejectedAndTheRestGoesOn(String bad) throws Exception {
        Records records = read(statement(bad, entry("2.00", "CRDT", "")));

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.ordinal())
                .isEqualTo(2));
        assertThat(records.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(1);
            assertThat(new String(rejected.raw(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("<Ntry>")
                    .endsWith("</Ntry>");
        });
    }

    @Test
    void documentTypesEntitiesAndDeepNestingAreRefused() {
        String bomb = "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]>";
        String external = "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x.dtd'>";
        String document =
                document("camt.053.001.02", statement(entry("1.00", "CRDT", "<AddtlNtryInf>&b;</AddtlNtryInf>")));

        assertThatThrownBy(() -> Records.of(new CamtStatementReader(), bomb + document))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> Records.of(new CamtStatementReader(), external + document))
                .isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> Records.of(new CamtStatementReader(), document))
                .isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> read("<x>".repeat(100) + "</x>".repeat(100)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void anEndlessTextOrAttributeIsRefused() {
        assertThatThrownBy(() ->
                        read(statement(entry("1", "CRDT", "<AddtlNtryInf>" + "x".repeat(20_000) + "</AddtlNtryInf>"))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("AddtlNtryInf");
        assertThatThrownBy(() -> read(statement("<Ntry a='" + "x".repeat(9_000_000) + "'/>")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("8,388,608");
    }

    @Test
    void aFileCutOffIsRefused() {
        String document = document("camt.053.001.02", statement(entry("1.00", "CRDT", "")));

        assertThatThrownBy(() -> Records.of(new CamtStatementReader(), document.substring(0, document.length() - 20)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("well-formed");
    }

    private static Records read(String... statements) throws UnreadableFileException {
        return Records.of(new CamtStatementReader(), document("camt.053.001.02", String.join("", statements)));
    }

    private static String document(String message, String statements) {
        return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:%s'><BkToCstmrStmt><GrpHdr/>%s</BkToCstmrStmt></Document>"
                .formatted(message, statements);
    }

    private static String statement(String... entries) {
        return "<Stmt><Id>S</Id>" + ACCOUNT + String.join("", entries) + "</Stmt>";
    }

    private static String entry(String amount, String direction, String more) {
        return "<Ntry><Amt Ccy='BRL'>%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>%s%s</Ntry>"
                .formatted(amount, direction, DATES, more);
    }

    private static String transaction(String amount, String reference) {
        return "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s<RmtInf><Ustrd>text %s</Ustrd></RmtInf></TxDtls>"
                .formatted(reference, amount, reference);
    }

    private static String balance(String type, String currency, String amount, String direction) {
        return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy='%s'>%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                        + "<Dt><Dt>2026-10-09</Dt></Dt></Bal>")
                .formatted(type, currency, amount, direction);
    }
}
