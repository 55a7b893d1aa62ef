/** Loads the items that were outstanding at go-live as facts. It must not know how their file is written. */
@NullMarked
package dev.comanda.ops.reconciliation.loading;

import org.jspecify.annotations.NullMarked;
