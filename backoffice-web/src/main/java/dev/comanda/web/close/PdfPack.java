package dev.comanda.web.close;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import dev.comanda.web.look.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a pack to be printed, with the font in it. The same tables as of the same date give the same bytes. */
final class PdfPack {

    private static final String FONT = "liberation/LiberationSans-Regular.ttf";
    private static final int MARGIN = 36;
    private static final int TITLE_SIZE = 16;
    private static final int HEADING_SIZE = 11;
    private static final int TEXT_SIZE = 7;
    private static final int FULL_WIDTH = 100;

    private final Shown shown;
    private final BaseFont font;

    PdfPack(Shown shown) {
        this.shown = shown;
        this.font = embeddedFont();
    }

    /** Whole, since a subset is named at random. */
    private static BaseFont embeddedFont() {
        try (InputStream bytes = PdfPack.class.getClassLoader().getResourceAsStream(FONT)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + FONT + " did not come along");
            }
            BaseFont font = BaseFont.createFont(
                    FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes.readAllBytes(), null);
            font.setSubset(false);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("the font " + FONT + " cannot be read", e);
        }
    }

    byte[] write(String title, List<PackTable> tables, LocalDate asOf) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.open();
        date(writer, title, asOf);
        document.add(new Paragraph(title, sized(TITLE_SIZE)));
        for (PackTable table : tables) {
            Paragraph heading = new Paragraph(table.title(), sized(HEADING_SIZE));
            heading.setSpacingBefore(HEADING_SIZE);
            heading.setSpacingAfter(HEADING_SIZE);
            document.add(heading);
            document.add(table(table));
        }
        document.close();
        return bytes.toByteArray();
    }

    /** The date of the content stands where the library writes the moment of writing. */
    private static void date(PdfWriter writer, String title, LocalDate asOf) {
        PdfString created = new PdfString("D:" + DateTimeFormatter.BASIC_ISO_DATE.format(asOf) + "000000Z");
        writer.getInfo().put(PdfName.CREATIONDATE, created);
        writer.getInfo().put(PdfName.MODDATE, created);
        byte[] id = (title + asOf).getBytes(StandardCharsets.UTF_8);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    private PdfPTable table(PackTable table) {
        PdfPTable printed = new PdfPTable(table.columns().size());
        printed.setWidthPercentage(FULL_WIDTH);
        printed.setHeaderRows(table.rows().isEmpty() ? 0 : 1);
        table.columns().forEach(column -> printed.addCell(new Phrase(column, sized(TEXT_SIZE))));
        table.rows().forEach(row -> row.forEach(cell -> printed.addCell(cell(cell))));
        return printed;
    }

    private PdfPCell cell(@Nullable Object value) {
        PdfPCell cell = new PdfPCell(new Phrase(text(value), sized(TEXT_SIZE)));
        cell.setHorizontalAlignment(value instanceof Number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private String text(@Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            return shown.amount(amount);
        }
        if (value instanceof Long count) {
            return shown.count(count);
        }
        if (value instanceof LocalDate date) {
            return shown.date(date);
        }
        return value == null ? "" : value.toString();
    }

    private Font sized(int size) {
        return new Font(font, size);
    }
}
