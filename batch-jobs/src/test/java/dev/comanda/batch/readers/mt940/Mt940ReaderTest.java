package dev.comanda.batch.readers.mt940;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mt940ReaderTest {

    @ParameterizedTest
    @CsvSource({"C,133.40", "D,-133.40", "RC,-133.40", "RD,133.40", "CR,133.40", "DR,-133.40"})
    void theMarkSaysTheDirectionAndAReversalTurnsIt(String mark, String amount) throws Exception {
        Records records = read(":61:2610091009%s133,40NTRFREF1\n".formatted(mark));

        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.amount())
                .isEqualByComparingTo(amount));
    }

    @Test
    void anEntryThatIsOnlyExpectedIsIgnored() throws Exception {
        assertThat(read(":61:2610091009EC133,40NTRFREF1\n").counts).isEqualTo(new ReadCounts(1, 0, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "NTRFREF1//BANK7,REF1,BANK7",
        "NTRFNONREF//BANK7,,BANK7",
        "NTRFALONGREFERENCEOFMORETHAN16,ALONGREFERENCEOFMORETHAN16,",
        "N060P000029225      KPN - MOBIEL,P000029225 KPN - MOBIEL,",
        "NMSC,,",
        "'',,"
    })
    void subfields7And8AreTheReferences(String end, @Nullable String owner, @Nullable String servicer)
            throws Exception {
        Records records = read(":61:261009D1,\n".replace("\n", end + "\n"));

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("-1");
            assertThat(entry.endToEndId()).isEqualTo(owner);
            assertThat(entry.servicerReference()).isEqualTo(servicer);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2612311230,2026-12-31,2026-12-30",
        "2612310102,2026-12-31,2027-01-02",
        "2701011231,2027-01-01,2026-12-31",
        "261009,2026-10-09,2026-10-09",
        "2602300301,2026-02-28,2026-03-01",
        "2802300301,2028-02-29,2028-03-01",
        "2802290229,2028-02-29,2028-02-29"
    })
    void theEntryDateIsTheBookingDateInTheYearNearestToTheValueDate(String dates, String value, String booking)
            throws Exception {
        Records records = read(":61:%sC1,00NTRFX\n".formatted(dates));

        assertThat(records.entries).singleElement().satisfies(entry -> {
            assertThat(entry.valueDate()).hasToString(value);
            assertThat(entry.bookingDate()).hasToString(booking);
        });
    }

    @Test
    void theDetailsAreOneTextHoweverTheyAreBroken() throws Exception {
        Records records = read(
                """
                :61:261009C1,00NTRFX
                :86:FIRST LINE
                SECOND LINE
                :86:THIRD
                :61:261009C1,00NTRFX
                :86:008?00DAUERAUFTRAG?100599?20EREF+TRX-0A4A47C3-F846-4729?21-8A1B?22Miete
                 November
                :61:261009C1,00NTRFX
                :86:A LINE OF SIXTYFIVE CHARACTERS GOES ON IN THE NEXT ONE, CMD1234567
                89ABC
                """);

        assertThat(records.entries)
                .extracting(entry -> entry.remittanceText())
                .containsExactly(
                        "FIRST LINE SECOND LINE THIRD",
                        "008 DAUERAUFTRAG 0599 EREF+TRX-0A4A47C3-F846-4729-8A1B Miete November",
                        "A LINE OF SIXTYFIVE CHARACTERS GOES ON IN THE NEXT ONE, CMD123456789ABC");
    }

    @Test
    void statementsAreCountedThroughWithTheirBalancesAndNumbers() throws Exception {
        Records records = Records.of(
                new Mt940Reader(),
                """
                {1:F01BRASBRRJAXXX0000000000}{4:
                :20:S1
                :25:0001/1
                :28C:00084/001
                :60F:C261008BRL10,00
                :61:261009D15,00NTRFX
                :62F:D261009BRL5,00
                :64:D261009BRL5,00
                :86:INFORMATION TO THE STATEMENT
                -}
                ABNANL2A
                :20:S2
                :25:0002
                :28:0
                :60M:C261008USD0,
                :62M:C261009USD0,
                -
                """);

        assertThat(records.statements)
                .extracting(statement -> "%d %s %s %s %s %s %s %s %s"
                        .formatted(
                                statement.index(),
                                statement.account(),
                                statement.statementId(),
                                statement.sequenceNumber(),
                                statement.currency(),
                                statement.opening(),
                                statement.closing(),
                                statement.bookedSum(),
                                statement.firstEntryOrdinal()))
                .containsExactly("1 0001/1 S1 84 BRL 10.00 -5.00 -15.00 1", "2 0002 S2 null USD 0 0 0 null");
        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.remittanceText())
                .isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":61:261009X1,00NTRFX",
                ":61:261309C1,00NTRFX",
                ":61:261009C1.000,00NTRFX",
                ":61:261009C1e308,00NTRFX",
                ":61:261009C1234567890123456789,00NTRFX",
                ":61:",
                ":61:261009C1,00NTRFX\u0000"
            })
    void aBadEntryIsRejectedAndTheRestGoesOn(String bad) throws Exception {
        Records records = read(bad + "\n:86:X\n:61:261009C1,00NTRFX\n");

        assertThat(records.entries).singleElement().satisfies(entry -> assertThat(entry.ordinal())
                .isEqualTo(2));
        assertThat(records.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(5);
            assertThat(new String(rejected.raw(), StandardCharsets.ISO_8859_1)).isEqualTo(bad);
        });
    }

    @Test
    void aStatementWithoutAccountIsRefusedByItsLine() {
        assertThatThrownBy(
                        () -> Records.of(new Mt940Reader(), "\n:20:S1\n:60F:C261008BRL10,00\n:61:261009D15,00NTRFX\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(":25:");
    }

    private static Records read(String entries) throws UnreadableFileException {
        return Records.of(
                new Mt940Reader(),
                ":20:S1\n:25:0001/1\n:28C:1/1\n:60F:C261008BRL10,00\n" + entries + ":62F:C261009BRL10,00\n-\n");
    }
}
