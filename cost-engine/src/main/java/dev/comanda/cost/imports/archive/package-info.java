/** Published deliveries as they came, in a folder of this machine. */
@NullMarked
package dev.comanda.cost.imports.archive;

import org.jspecify.annotations.NullMarked;
