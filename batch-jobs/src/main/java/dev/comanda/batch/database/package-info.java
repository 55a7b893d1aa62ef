/**
 * The PostgreSQL that comes along where none is configured: its server lives in the data folder, survives restarts, and
 * serves all processes on that folder until the last one leaves; and what is said when a database went away. It must not know tables or
 * jobs.
 */
@NullMarked
package dev.comanda.batch.database;

import org.jspecify.annotations.NullMarked;
