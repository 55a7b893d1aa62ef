/** Keeps until when each source told, and notes what came of what was missing; called by whoever loads a source. */
@NullMarked
package dev.comanda.ops.completeness.loading;

import org.jspecify.annotations.NullMarked;
