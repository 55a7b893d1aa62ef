/** The table of proposals. */
@NullMarked
package dev.comanda.ops.approval.persistence;

import org.jspecify.annotations.NullMarked;
