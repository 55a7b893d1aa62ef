package dev.comanda.cost.scan.duckdb;

import java.util.List;
import org.jooq.Field;

/** How the columns of one of AWS's formats become those of a charge line. */
interface BillFormat {

    /** The columns without which the format says no cost. */
    List<String> required();

    /** The columns that hold numbers, of which those that a file has must be numbers there. */
    List<String> numbers();

    /** The expressions of {@link ChargeFields}, each with its name, and of the tags that are asked for. */
    List<Field<?>> fields(BillColumns columns, List<String> tags);
}
