/** Loads the records of PSP files. */
@NullMarked
package dev.comanda.ops.psp.loading;

import org.jspecify.annotations.NullMarked;
