package dev.comanda.cost.scan.sql;

import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;

/** A database that answers questions about bills, for the time of one question. */
public interface Engine {

    DSLContext sql();

    Dialect dialect();

    /**
     * Keeps rows until the question is answered.
     *
     * @param name by which the question tells them from its other tables
     */
    Table<?> store(String name, Select<?> rows);
}
