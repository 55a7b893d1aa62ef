/** The folder that datasets are written to. */
@NullMarked
package dev.comanda.cost.focus.folder;

import org.jspecify.annotations.NullMarked;
