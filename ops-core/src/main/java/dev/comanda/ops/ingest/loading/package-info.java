/** Keeps sources, what was rejected of them, and what the inbox looked like when they were read. */
@NullMarked
package dev.comanda.ops.ingest.loading;

import org.jspecify.annotations.NullMarked;
