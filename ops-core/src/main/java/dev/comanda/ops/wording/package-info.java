/** How sentences show what came from outside. Must not know where it came from. */
@NullMarked
package dev.comanda.ops.wording;

import org.jspecify.annotations.NullMarked;
