package dev.comanda.cost.imports;

import dev.comanda.cost.charge.Totals;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of a period that is or was shown.
 *
 * @param id of the delivery
 * @param period the billing period
 * @param export the name of the export that wrote it
 * @param fingerprint under which its files are kept
 * @param totals what it adds up to
 * @param replaced the delivery that was shown before it; null where it is the first
 * @param importedAt when it was taken over
 * @param rules hash of the rules by which its cost has owners; null where it has none yet
 */
public record PublishedDelivery(
        long id,
        YearMonth period,
        String export,
        String fingerprint,
        Totals totals,
        @Nullable Long replaced,
        Instant importedAt,
        @Nullable String rules) {}
