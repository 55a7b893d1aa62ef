package dev.comanda.ops.jobcontrol;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A run that somebody asked for, and what came of it. */
public record RequestView(
        long id,
        String job,
        LocalDate businessDate,
        String requestedBy,
        Instant requestedAt,
        String status,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
