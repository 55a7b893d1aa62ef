package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.UnreadableFileException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The text of what a balance (Bal) says. */
final class BalanceFields {

    @Nullable
    String type;

    @Nullable
    String amount;

    @Nullable
    String currency;

    @Nullable
    String direction;

    @Nullable
    String date;

    static BalanceFields read(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        BalanceFields fields = new BalanceFields();
        cursor.children(name -> {
            switch (name) {
                case "Tp" -> fields.type(cursor);
                case "Amt" -> {
                    fields.currency = cursor.attribute("Ccy");
                    fields.amount = cursor.text();
                }
                case "CdtDbtInd" -> fields.direction = cursor.text();
                case "Dt" -> fields.date(cursor);
                default -> {}
            }
        });
        return fields;
    }

    private void type(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("CdOrPrtry")) {
                type = cursor.textOrChild("Cd");
            }
        });
    }

    private void date(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("Dt") || name.equals("DtTm")) {
                date = cursor.text();
            }
        });
    }
}
