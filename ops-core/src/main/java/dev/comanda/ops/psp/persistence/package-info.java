/** Loads the records of PSP files. */
@NullMarked
package dev.comanda.ops.psp.persistence;

import org.jspecify.annotations.NullMarked;
