package dev.comanda.batch.readers.text;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row whose fields are known by the names of their columns. A column that is not there reads as an empty field. */
public final class CsvRow {

    private final Columns columns;
    private final List<String> fields;

    CsvRow(Columns columns, List<String> fields) {
        this.columns = columns;
        this.fields = fields;
    }

    /** The field without blanks around it, or null where it is empty. */
    public @Nullable String text(String column) throws RefusedRecordException {
        int position = columns.positionOf(column);
        if (position < 0) {
            return null;
        }
        String text = fields.get(position).strip();
        return text.isEmpty() ? null : ShortText.checked(text, named(column));
    }

    public String requiredText(String column) throws RefusedRecordException {
        String text = text(column);
        if (text == null) {
            throw RefusedRecordException.violation("column '%s' is empty".formatted(column));
        }
        return text;
    }

    public @Nullable BigDecimal amount(String column) throws RefusedRecordException {
        String text = text(column);
        return text == null ? null : Amounts.parse(text, named(column));
    }

    public BigDecimal requiredAmount(String column) throws RefusedRecordException {
        return Amounts.parse(requiredText(column), named(column));
    }

    public BigDecimal amountOrZero(String column) throws RefusedRecordException {
        BigDecimal amount = amount(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    public @Nullable String currency(String column) throws RefusedRecordException {
        String text = text(column);
        return text == null ? null : Amounts.currency(text, named(column));
    }

    public String requiredCurrency(String column) throws RefusedRecordException {
        return Amounts.currency(requiredText(column), named(column));
    }

    /** How sentences name a column. */
    public static String named(String column) {
        return "column '" + column + "'";
    }
}
