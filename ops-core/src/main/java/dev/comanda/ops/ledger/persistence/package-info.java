/** What the ledger holds, asked of its tables. */
@NullMarked
package dev.comanda.ops.ledger.persistence;

import org.jspecify.annotations.NullMarked;
