package dev.comanda.web.close;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.comanda.web.look.Shown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The pack's files, read back. */
class MonthEndFilesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 30);

    private static final List<PackTable> TABLES = List.of(
            new PackTable(
                    "Balancete",
                    List.of("Conta", "Saldo", "Quantidade"),
                    List.of(Arrays.asList("psp-clearing", new BigDecimal("-1234.505"), 7L))),
            new PackTable(
                    "Baixas",
                    List.of("Data", "Motivo", "Aprovado por"),
                    List.of(Arrays.asList(AS_OF, "=HYPERLINK(\"http://x\")", null))));

    private final Shown shown = new Shown("America/Sao_Paulo", Clock.systemUTC());

    @BeforeEach
    void speakPortuguese() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aWorkbookHasRealNumbersAndDatesBelowAFrozenHead() throws IOException {
        byte[] bytes = XlsxPack.write(TABLES, AS_OF);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("Balancete", "Baixas");
            Row balance = sheets.get(0).read().get(1);
            assertThat(balance.getCellAsNumber(1)).contains(new BigDecimal("-1234.505"));
            assertThat(balance.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            Row writeOff = sheets.get(1).read().get(1);
            assertThat(writeOff.getCellAsDate(0)).contains(AS_OF.atStartOfDay());
            assertThat(writeOff.getCellAsString(1)).isEqualTo(Optional.of("'=HYPERLINK(\"http://x\")"));
        }
        assertThat(zipEntry(bytes, "xl/worksheets/sheet1.xml")).contains("state=\"frozen\"");
        assertThat(zipEntry(bytes, "docProps/core.xml")).contains(">2026-11-30T00:00:00Z<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void whatWouldBeAFormulaIsText(String text) {
        assertThat(XlsxPack.harmless(text)).isEqualTo("'" + text);
        assertThat(XlsxPack.harmless("x" + text)).isEqualTo("x" + text);
    }

    @Test
    void aPrintSaysTheSameInPortugueseWithItsFontInIt() throws IOException {
        byte[] bytes = new PdfPack(shown).write("Fechamento de março, até 30/11", TABLES, AS_OF);
        try (PdfReader reader = new PdfReader(bytes)) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("Fechamento de março, até 30/11", "Balancete", "1.234,505", "30 de nov. de 2026");
            assertThat(reader.getInfo()).containsEntry("CreationDate", "D:20261130000000Z");
        }
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("/FontFile2");
    }

    @Test
    void theSameContentIsTheSameBytes() {
        assertThat(XlsxPack.write(TABLES, AS_OF)).isEqualTo(XlsxPack.write(TABLES, AS_OF));
        assertThat(new PdfPack(shown).write("Fechamento", TABLES, AS_OF))
                .isEqualTo(new PdfPack(shown).write("Fechamento", TABLES, AS_OF));
    }

    private static String zipEntry(byte[] zip, String name) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
