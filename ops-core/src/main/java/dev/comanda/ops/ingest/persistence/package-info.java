/** Reads what is kept of sources for the pages, and raw records from files that are still in their inbox. */
@NullMarked
package dev.comanda.ops.ingest.persistence;

import org.jspecify.annotations.NullMarked;
