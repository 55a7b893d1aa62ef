package dev.comanda.batch.readers.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatsTest {

    private static final Map<FileFormat, String> FOLDERS = Map.of(
            FileFormat.ADYEN, "psp/adyen/",
            FileFormat.STRIPE, "psp/stripe/",
            FileFormat.DLOCAL, "psp/dlocal/2026/",
            FileFormat.PIX, "psp/pix/",
            FileFormat.CAMT053, "bank/",
            FileFormat.MT940, "bank/itau/",
            FileFormat.OFX, "bank/",
            FileFormat.CNAB240, "bank/cnab/");

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aFileIsKnownByItsFolderAndABankStatementByItsContent(FileFormat format) throws Exception {
        assertThat(formatOf(FOLDERS.get(format) + "x.txt", Samples.of(format))).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aByteOrderMarkAndWindowsLineEndsChangeNothing(FileFormat format) throws Exception {
        String text = Samples.of(format);
        Records plain = Records.of(format.reader(), text);
        Records marked = Records.of(format.reader(), "\uFEFF" + text.replace("\n", "\r\n"));

        assertThat(plain.counts.accepted()).isPositive();
        assertThat(plain.counts.rejected()).isZero();
        assertThat(marked.lines).isEqualTo(plain.lines);
        assertThat(marked.entries).isEqualTo(plain.entries);
        assertThat(marked.statements).isEqualTo(plain.statements);
        assertThat(marked.payoutReturns).isEqualTo(plain.payoutReturns);
        assertThat(marked.controlTotals).isEqualTo(plain.controlTotals);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void anEmptyFileIsRefused(FileFormat format) {
        assertThatThrownBy(() -> Records.of(format.reader(), ""))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("again");
        assertThatThrownBy(() -> formatOf(FOLDERS.get(format) + "x", "")).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"ADYEN", "STRIPE", "DLOCAL"})
    void aTitleRowAloneIsAFileWithoutRecords(FileFormat format) throws Exception {
        String title = Samples.of(format).lines().findFirst().orElseThrow();

        assertThat(Records.of(format.reader(), title).counts).isEqualTo(new ReadCounts(0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aFileOfAnotherFormatIsRefused(FileFormat format) {
        for (FileFormat other : FileFormat.values()) {
            if (other != format) {
                assertThatThrownBy(() -> Records.of(format.reader(), Samples.of(other)))
                        .as("%s as %s", other, format)
                        .isInstanceOf(UnreadableFileException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"psp/paypal/stl.csv", "psp/x.csv", "other/x.xml"})
    void aFolderThatIsNotReadIsNamed(String path) {
        assertThat(FileFormats.isKnownFolder(path)).isFalse();
        assertThatThrownBy(() -> formatOf(path, "x")).hasMessageContaining(path);
    }

    @Test
    void archivesAndOtherBinariesAreRefusedByName() {
        assertThatThrownBy(() -> formatOf("psp/adyen/x.csv.gz", "\u001f\u008b\u0008"))
                .hasMessageContaining("gzip");
        assertThatThrownBy(() -> formatOf("bank/x.ofx", "PK\u0003\u0004")).hasMessageContaining("ZIP");
        assertThatThrownBy(() -> formatOf("bank/x", "\u0001\u0002\u0003\u0004")).hasMessageContaining("camt.053");
    }

    private static FileFormat formatOf(String path, String text) throws Exception {
        return FileFormats.of(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
