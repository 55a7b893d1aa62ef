package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.policy.Verdict;

/** A question, and what the policy says to it. */
record Answer(OpenQuestion question, Verdict verdict) {}
