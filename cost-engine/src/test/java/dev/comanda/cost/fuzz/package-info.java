/** Every reader of the bill and of the rules, tortured with damaged files of the real shapes. See docs/torture.md. */
@NullMarked
package dev.comanda.cost.fuzz;

import org.jspecify.annotations.NullMarked;
