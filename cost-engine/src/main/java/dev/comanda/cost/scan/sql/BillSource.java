package dev.comanda.cost.scan.sql;

import dev.comanda.cost.bill.UnreadableBillException;
import java.time.YearMonth;
import java.util.Map;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/** Where the rows of one delivery are. */
public interface BillSource {

    YearMonth period();

    /** The rows; a column that only some files of a delivery have is null in the others. */
    Table<?> rows();

    /** The columns with the types that the engine reads them as, by the names that the delivery gives them. */
    Map<String, String> types();

    /** Whether every column is a text, whatever it holds. */
    boolean isText();

    /** About the delivery as a whole. */
    UnreadableBillException unreadable(String sentence);

    /** About what the engine could not read. */
    UnreadableBillException unreadable(DataAccessException problem);
}
