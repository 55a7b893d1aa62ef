package dev.comanda.cost.bill;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the name of a file of a bill says of its content. */
public enum FileFormat {
    PARQUET(".*\\.parquet"),
    CSV(".*\\.csv(\\.gz)?");

    private final String name;

    FileFormat(String name) {
        this.name = name;
    }

    /** Empty for a file that is none of a bill, by its name. */
    public static Optional<FileFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.matches(each.name)).findFirst();
    }
}
