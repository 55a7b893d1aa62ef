/**
 * Reads Adyen's settlement detail report, in its form of 30 columns and its wide form of 49, by the names of the
 * columns. Knows no other report of Adyen.
 */
@NullMarked
package dev.comanda.batch.readers.adyen;

import org.jspecify.annotations.NullMarked;
