package dev.comanda.cost.bill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** A file of a delivery as it was found, wherever it lies. */
public interface BillFile {

    /** Its name, without where it lies. */
    String name();

    /** Where it lies, as a sentence names it. */
    String place();

    /** Tells what it holds from whatever else lay or will lie in its place, without reading it. */
    String mark();

    /** When it was written, as the place that holds it tells. */
    Instant modifiedAt();

    /** Its bytes; what was put in its place is either refused or told by {@link #isUnchanged()}. */
    InputStream open() throws IOException;

    /** Whether what lies in its place still is what was found. */
    boolean isUnchanged() throws IOException;

    default void copyTo(Path target) throws IOException {
        try (InputStream bytes = open()) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
