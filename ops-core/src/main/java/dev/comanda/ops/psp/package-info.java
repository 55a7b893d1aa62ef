/**
 * What a payment service provider reports: its lines, the payouts it announces and the totals it claims.
 *
 * <p>Plain values, the same for every provider. They know no file format, no database and no matching rule.
 */
@NullMarked
package dev.comanda.ops.psp;

import org.jspecify.annotations.NullMarked;
