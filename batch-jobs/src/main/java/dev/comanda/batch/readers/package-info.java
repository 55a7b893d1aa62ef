/**
 * Reads the files of payment service providers and banks into typed records, as a stream.
 *
 * <p>Each format has a package of its own below; {@code formats} picks among them, {@code text} holds what they share.
 * A reader knows its format and nothing else: no database, no matching, no other reader.
 */
@NullMarked
package dev.comanda.batch.readers;

import org.jspecify.annotations.NullMarked;
