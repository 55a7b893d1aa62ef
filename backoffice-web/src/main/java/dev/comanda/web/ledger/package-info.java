/** What the ledger holds: balances, proofs, accounts, journals. It must not know how anything is posted. */
@NullMarked
package dev.comanda.web.ledger;

import org.jspecify.annotations.NullMarked;
