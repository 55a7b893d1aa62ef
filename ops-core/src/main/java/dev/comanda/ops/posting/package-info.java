/**
 * What is posted, and when: facts, match groups and decisions become journals, and each night proves that what the clearing
 * accounts hold is what is open. The package knows reconciliations and the ledger; it must not know who decides, jobs or pages.
 */
@NullMarked
package dev.comanda.ops.posting;

import org.jspecify.annotations.NullMarked;
