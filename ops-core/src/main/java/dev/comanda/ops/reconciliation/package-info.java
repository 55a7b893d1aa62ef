/**
 * Did every order's money arrive, and was everybody paid right? A reconciliation is a {@link
 * dev.comanda.ops.reconciliation.ReconciliationSpec}: two sides, ordered match rules, ordered break rules. The package
 * knows the facts of the marketplace, the PSPs and the banks; it must not know files, jobs, pages or who decides on a
 * break.
 */
@NullMarked
package dev.comanda.ops.reconciliation;

import org.jspecify.annotations.NullMarked;
