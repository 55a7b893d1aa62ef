/** Loads the records of bank files. */
@NullMarked
package dev.comanda.ops.bank.persistence;

import org.jspecify.annotations.NullMarked;
