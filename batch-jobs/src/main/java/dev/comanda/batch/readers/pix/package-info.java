/**
 * Reads the answer of {@code GET /pix} of the central bank's Pix API: payments received and, inside them, their returns.
 * Knows no other answer of that API.
 */
@NullMarked
package dev.comanda.batch.readers.pix;

import org.jspecify.annotations.NullMarked;
