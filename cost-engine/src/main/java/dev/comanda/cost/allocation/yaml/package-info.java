/** Reads allocation rules from YAML, and says of each mistake on which line it stands. */
@NullMarked
package dev.comanda.cost.allocation.yaml;

import org.jspecify.annotations.NullMarked;
