package dev.comanda.cost.scan.sql;

import java.util.List;
import java.util.Map;
import org.jooq.Field;

/** How the columns of one of AWS's formats become those of a charge line. */
interface BillFormat {

    /** The columns without which the format says no cost. */
    List<String> required();

    /** The columns that hold numbers, of which those that a file has must be numbers there. */
    List<String> numbers();

    /** The columns that hold dates, of which those that a file has must be dates, or texts of them. */
    List<String> moments();

    /** The columns without which lines of a charge type have no amortised cost. */
    Map<String, List<String>> neededBy();

    /** The expressions of {@link ChargeFields}, each with its name. */
    List<Field<?>> fields(BillColumns columns);

    /** The value of a tag, by the key that people know. */
    Field<String> tag(BillColumns columns, String key);

    /** The value of a cost category. */
    Field<String> category(BillColumns columns, String name);
}
