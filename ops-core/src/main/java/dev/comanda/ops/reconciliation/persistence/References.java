package dev.comanda.ops.reconciliation.persistence;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import org.jooq.Field;

/** References to records of files as CONTRACTS section 6 writes them: {@code path#position}, or {@code path#position.part}. */
final class References {

    private References() {}

    static Field<String> ofRecord(Field<String> path, Field<Integer> position, Field<Integer> part) {
        return concat(
                path,
                inline("#"),
                position.cast(String.class),
                when(part.gt(0), concat(inline("."), part.cast(String.class))).otherwise(""));
    }
}
