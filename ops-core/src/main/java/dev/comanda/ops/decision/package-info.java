/**
 * What is decided on breaks, findings and rejects: each becomes a case, policies are asked about it night by night, and what they
 * or people say resolves it. It knows reconciliations, cases and policies, which do not know each other; what a decision means
 * for the ledger is said in {@code posting}.
 */
@NullMarked
package dev.comanda.ops.decision;

import org.jspecify.annotations.NullMarked;
