/** Loads the records of bank files. */
@NullMarked
package dev.comanda.ops.bank.loading;

import org.jspecify.annotations.NullMarked;
