package dev.comanda.cost.imports;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of which nothing was taken over.
 *
 * @param id of the refusal
 * @param period the billing period; null where the source as a whole could not be read
 * @param source where it was delivered to
 * @param file the file that is at fault
 * @param sentence what is wrong with the file, as the rest of a sentence that begins with it
 * @param fingerprint of the delivery; null where it was not complete enough to have one
 * @param refusedAt when it was refused for the first time
 * @param endedAt when its period was taken over, or found again as it is shown; null until then
 */
public record Refusal(
        long id,
        @Nullable YearMonth period,
        String source,
        String file,
        String sentence,
        @Nullable String fingerprint,
        Instant refusedAt,
        @Nullable Instant endedAt) {

    /** The last part of the file's place, with which {@link #sentence} makes a whole sentence. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
