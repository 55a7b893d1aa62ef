package dev.comanda.web.runs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person writes to ask for a night, as it was written. */
record NightForm(@Nullable String date, @Nullable String inbox) {

    /** The business date; empty where it is missing or none. */
    Optional<LocalDate> businessDate() {
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.strip()));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** The folder to read: the configured one, or one below it; empty where another one is named. */
    Optional<String> inboxWithin(String configured) {
        String folder = inbox == null ? "" : inbox.strip();
        if (folder.isEmpty() || folder.equals(configured)) {
            return Optional.of(configured);
        }
        boolean below = folder.startsWith(configured.endsWith("/") ? configured : configured + "/");
        return below && !("/" + folder + "/").contains("/../") ? Optional.of(folder) : Optional.empty();
    }
}
