/**
 * The posting rules as SQL over sets, one class a family: each plans what the date's facts come to, and the ledger posts what of it
 * is not posted yet.
 */
@NullMarked
package dev.comanda.ops.posting.persistence;

import org.jspecify.annotations.NullMarked;
