/** Daily facts: what each owner's services cost each day, as pages and quick reports read it. */
@NullMarked
package dev.comanda.cost.fact;

import org.jspecify.annotations.NullMarked;
