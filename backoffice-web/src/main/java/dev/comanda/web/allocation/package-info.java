/** The allocation rules as people read them, and changing them: tried first, approved by a second person, then taken. */
@NullMarked
package dev.comanda.web.allocation;

import org.jspecify.annotations.NullMarked;
