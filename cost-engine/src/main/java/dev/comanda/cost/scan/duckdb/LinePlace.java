package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Where a line stands in its delivery: nothing else tells two lines that are the same in every column apart. */
final class LinePlace {

    /** The number of the file, from 0. */
    static final Field<Integer> FILE = field(name("placed_in"), SQLDataType.INTEGER);

    /** The number of the row in its file, from 0. */
    static final Field<Long> ROW = field(name("placed_at"), SQLDataType.BIGINT);

    private LinePlace() {}

    /**
     * Rows of a file that stand together.
     *
     * @param file its number
     * @param from the first row
     * @param until the first row that is no more of them
     */
    record Piece(int file, long from, long until) {

        /** The condition that a number of a row is of it. */
        String contains(String number) {
            return number + " >= " + from + " and " + number + " < " + until;
        }
    }

    /** All rows, cut where so many stand together; one piece without rows where there are none. */
    static List<Piece> pieces(DSLContext sql, Table<?> placed, long rows) {
        List<Piece> pieces = new ArrayList<>();
        sql.select(FILE, DSL.max(ROW)).from(placed).groupBy(FILE).orderBy(FILE).forEach(file -> {
            for (long from = 0; from <= file.value2(); from += rows) {
                pieces.add(new Piece(file.value1(), from, from + rows));
            }
        });
        return pieces.isEmpty() ? List.of(new Piece(0, 0, 0)) : pieces;
    }
}
