/** The users' tables. */
@NullMarked
package dev.comanda.ops.identity.persistence;

import org.jspecify.annotations.NullMarked;
