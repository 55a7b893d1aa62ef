package dev.comanda.ops.jobcontrol;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step of a night, as the job repository counts it.
 *
 * @param startedAt in the zone of the process that ran the step, as the job repository keeps it
 */
public record NightStep(
        String name,
        String status,
        @Nullable LocalDateTime startedAt,
        @Nullable LocalDateTime endedAt,
        long read,
        long written,
        long filtered,
        long skipped) {}
