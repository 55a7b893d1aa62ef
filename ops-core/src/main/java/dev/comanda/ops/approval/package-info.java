/**
 * Four eyes: what one person proposes, another one approves or refuses. It must not know what proposals are about: whoever has
 * something approved says as text what that is, does it in the transaction that approves, and finds the text stale if it changed.
 */
@NullMarked
package dev.comanda.ops.approval;

import org.jspecify.annotations.NullMarked;
