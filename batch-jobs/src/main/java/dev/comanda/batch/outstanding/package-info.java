/** Imports what was outstanding when the platform took over. It must not know how items match. See docs/outstanding.md. */
@NullMarked
package dev.comanda.batch.outstanding;

import org.jspecify.annotations.NullMarked;
