/**
 * Reads MT940 statements, with or without the blocks of a SWIFT message around them.
 *
 * <p>Banks bend the format: lines before the message, a detail over several fields 86, references longer than allowed, a
 * 30 February. A strict parser of messages stops at these; this one reads field by field, as a stream. Knows no other MT.
 */
@NullMarked
package dev.comanda.batch.readers.mt940;

import org.jspecify.annotations.NullMarked;
