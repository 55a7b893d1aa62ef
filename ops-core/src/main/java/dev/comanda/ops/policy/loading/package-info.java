/** Brings what was agreed on decisions into the database. */
@NullMarked
package dev.comanda.ops.policy.loading;

import org.jspecify.annotations.NullMarked;
