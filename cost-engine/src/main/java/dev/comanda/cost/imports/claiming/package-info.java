/** What a worker holds while it runs an import that was asked for. */
@NullMarked
package dev.comanda.cost.imports.claiming;

import org.jspecify.annotations.NullMarked;
