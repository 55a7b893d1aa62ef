/**
 * The end of a business date's books: who may close them and when, how they are opened again, and what a month came to. The package
 * knows the ledger, nights and approvals; it must not know jobs, pages or how a pack is printed.
 */
@NullMarked
package dev.comanda.ops.close;

import org.jspecify.annotations.NullMarked;
