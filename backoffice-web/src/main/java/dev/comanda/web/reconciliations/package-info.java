/** The published reconciliations, down to the two sides of a break. It must not know how items match. */
@NullMarked
package dev.comanda.web.reconciliations;

import org.jspecify.annotations.NullMarked;
