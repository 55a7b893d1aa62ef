/** The cases' tables, and what people do with them. What nights do with them is written in {@code decision}. */
@NullMarked
package dev.comanda.ops.casework.persistence;

import org.jspecify.annotations.NullMarked;
