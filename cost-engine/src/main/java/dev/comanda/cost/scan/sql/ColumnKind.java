package dev.comanda.cost.scan.sql;

/** What a column of a bill holds, whatever an engine calls it. */
public enum ColumnKind {
    /** Numbers of IEEE 754 with 64 bits. */
    DOUBLE,
    /** Any other numbers. */
    NUMBER,
    TEXT,
    /** Texts by texts. */
    MAP,
    MOMENT,
    OTHER
}
