/** Takes deliveries over: read whole, kept, compared with what was published before, published in one step. */
@NullMarked
package dev.comanda.cost.imports;

import org.jspecify.annotations.NullMarked;
