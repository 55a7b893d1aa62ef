/** Every reader of bytes from outside, tortured with damaged files of the real shapes. See docs/torture.md. */
@NullMarked
package dev.comanda.batch.fuzz;

import org.jspecify.annotations.NullMarked;
