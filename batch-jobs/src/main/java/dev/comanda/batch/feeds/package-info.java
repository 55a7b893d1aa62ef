/**
 * Reads the core services' feeds: from the bytes of a line or of a broker's record to typed events and their keys. It must
 * not know where the bytes come from nor what becomes of the events, and it touches no database.
 */
@NullMarked
package dev.comanda.batch.feeds;

import org.jspecify.annotations.NullMarked;
