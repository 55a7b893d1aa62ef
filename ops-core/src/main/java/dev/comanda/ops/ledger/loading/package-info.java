/** Writes journals, as sets: what was planned for a date less what is posted for it already. */
@NullMarked
package dev.comanda.ops.ledger.loading;

import org.jspecify.annotations.NullMarked;
