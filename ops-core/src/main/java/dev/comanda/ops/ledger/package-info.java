/**
 * Every cent in double entry: accounts, journals that are never changed, and what accounts hold. The package knows no fact and no
 * reconciliation; what is posted, and when, is said by {@code posting}.
 */
@NullMarked
package dev.comanda.ops.ledger;

import org.jspecify.annotations.NullMarked;
