/** Changes of the allocation rules: tried on a bill, approved by a second person, taken. */
@NullMarked
package dev.comanda.cost.reallocation;

import org.jspecify.annotations.NullMarked;
