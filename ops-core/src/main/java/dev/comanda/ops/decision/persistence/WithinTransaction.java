package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Timeline;
import java.util.function.Function;
import org.jooq.DSLContext;

/** What other features do within the transaction in which a case is decided; each is made from its context. */
public record WithinTransaction(
        Function<DSLContext, Cases> cases,
        Function<DSLContext, Timeline> timeline,
        Function<DSLContext, Proposals> proposals) {}
