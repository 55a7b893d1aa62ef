/** Published bills in the format that all tools for cloud cost read: FOCUS 1.2 (FinOps Foundation, FOCUS specification). */
@NullMarked
package dev.comanda.cost.focus;

import org.jspecify.annotations.NullMarked;
