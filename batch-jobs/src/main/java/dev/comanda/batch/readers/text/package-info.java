/**
 * What the readers share: bounded lines, CSV records, amounts and dates under one set of limits.
 *
 * <p>Quoting is left to Apache Commons CSV. Lines are split here because a rejected record needs its bytes, its physical
 * line and a bound on its length, none of which a parser over characters can give. Knows no provider and no bank.
 */
@NullMarked
package dev.comanda.batch.readers.text;

import org.jspecify.annotations.NullMarked;
