/** What can go wrong, countable: an error has a code, a kind that decides how it is treated, and a sentence. */
@NullMarked
package dev.comanda.ops.error;

import org.jspecify.annotations.NullMarked;
