/**
 * Cases: the queue, one case with all that can be done with it, what waits for a second person, and how much needs nobody. It must
 * not know what a resolution posts, nor how a policy decides.
 */
@NullMarked
package dev.comanda.web.cases;

import org.jspecify.annotations.NullMarked;
