package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.name;

import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.Engine;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Its tables end with its connection. */
record DuckDbEngine(DSLContext sql) implements Engine {

    @Override
    public Dialect dialect() {
        return DuckDbDialect.INSTANCE;
    }

    @Override
    public Table<?> store(String name, Select<?> rows) {
        Table<?> table = DSL.table(name(name));
        sql.createTemporaryTable(table).as(rows).execute();
        return table;
    }
}
