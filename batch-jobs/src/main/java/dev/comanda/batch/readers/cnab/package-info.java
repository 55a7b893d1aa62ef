/**
 * Reads the CNAB 240 payment return: what a bank says became of the payments we sent it, in fixed positions.
 *
 * <p>Only segment A is read; other segments of a payment are counted and passed over. Collection returns, remittances and
 * CNAB 400 are refused. Positions are those of the generic layout, one-based as the banks' documents count.
 */
@NullMarked
package dev.comanda.batch.readers.cnab;

import org.jspecify.annotations.NullMarked;
