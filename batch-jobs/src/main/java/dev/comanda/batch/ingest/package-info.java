/** Reads an inbox: finds its files, takes each whole or not at all, and remembers what was read. */
@NullMarked
package dev.comanda.batch.ingest;

import org.jspecify.annotations.NullMarked;
