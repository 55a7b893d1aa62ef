/** The policies as people read them, what they decided, and trying a changed one. It changes nothing. */
@NullMarked
package dev.comanda.web.policies;

import org.jspecify.annotations.NullMarked;
