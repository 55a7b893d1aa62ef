package dev.comanda.ops.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer as it is exported, beside what its journal says. */
public record JournalRow(
        LocalDate businessDate,
        String legalEntity,
        UUID journal,
        String rule,
        @Nullable UUID caseId,
        @Nullable UUID corrects,
        Journal.Transfer transfer) {}
