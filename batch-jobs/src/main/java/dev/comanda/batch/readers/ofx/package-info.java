/**
 * Reads bank and card statements in OFX, in its SGML form (versions 1) and its XML form (versions 2).
 *
 * <p>With a tokeniser of its own: files of real banks leave out end tags, write bare ampersands and decimal commas, and a
 * library of OFX classes holds the whole file as objects. Knows no investment statement.
 */
@NullMarked
package dev.comanda.batch.readers.ofx;

import org.jspecify.annotations.NullMarked;
