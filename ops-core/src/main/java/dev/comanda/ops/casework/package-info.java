/**
 * Cases: what must be decided, by whom, until when, and what happened on the way. It must not know what cases are about: breaks,
 * findings and rejects are causes and subjects to it.
 */
@NullMarked
package dev.comanda.ops.casework;

import org.jspecify.annotations.NullMarked;
