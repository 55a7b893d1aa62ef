package dev.comanda.web.close;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a pack as a workbook, a sheet a table. The same tables as of the same date give the same bytes. */
final class XlsxPack {

    private static final String APPLICATION = "Comanda";
    private static final String FORMAT_VERSION = "1.0";
    private static final String FORMULA_BEGINS = "=+-@\t\r\n";
    private static final String AMOUNT = "#,##0.00########";
    private static final String DATE = "yyyy-mm-dd";
    private static final int COLUMN_WIDTH = 24;
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    private XlsxPack() {}

    static byte[] write(List<PackTable> tables, LocalDate asOf) {
        try {
            Path file = Files.createTempFile("pack", ".xlsx");
            try {
                write(tables, file);
                return dated(file, asOf);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written to the folder of temporary files", e);
        }
    }

    private static void write(List<PackTable> tables, Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, APPLICATION, FORMAT_VERSION)) {
            for (PackTable table : tables) {
                write(table, workbook.newWorksheet(table.title()));
            }
        }
    }

    private static void write(PackTable table, Worksheet sheet) {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, COLUMN_WIDTH);
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(sheet, row + 1, column, cells.get(column));
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof BigDecimal amount) {
            sheet.value(row, column, amount);
            sheet.style(row, column).format(AMOUNT).set();
        } else if (cell instanceof Long count) {
            sheet.value(row, column, count);
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format(DATE).set();
        } else if (cell != null) {
            sheet.value(row, column, harmless(cell.toString()));
        }
    }

    /** Subjects and reasons come from outside: none of them becomes a formula, here or where it is pasted. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * The library writes the moment of writing into the file and its entries; the date of the content stands there instead. Its ZIP
     * can be read from a file alone: the sizes stand at the end.
     */
    private static byte[] dated(Path workbook, LocalDate asOf) throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(dated)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(asOf.atStartOfDay());
                to.putNextEntry(copy);
                to.write(dated(entry.getName(), content(from, entry), asOf));
                to.closeEntry();
            }
        }
        return dated.toByteArray();
    }

    private static byte[] content(ZipFile from, ZipEntry entry) throws IOException {
        try (InputStream content = from.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    private static byte[] dated(String name, byte[] content, LocalDate asOf) {
        return name.equals(PROPERTIES)
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceFirst(CREATED, "$1" + asOf + "T00:00:00Z")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }
}
