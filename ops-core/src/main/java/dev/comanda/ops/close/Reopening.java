package dev.comanda.ops.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A reopening that was done.
 *
 * @param lifted the dates whose sign-off it took back, the first is the one that was asked for
 */
public record Reopening(
        long request, List<LocalDate> lifted, String reason, String requestedBy, String approvedBy, Instant at) {

    public Reopening {
        lifted = List.copyOf(lifted);
    }
}
