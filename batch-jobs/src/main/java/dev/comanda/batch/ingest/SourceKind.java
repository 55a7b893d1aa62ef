package dev.comanda.batch.ingest;

import java.util.Locale;

/** What a file is, told by its folder in the inbox (CONTRACTS section 2). */
enum SourceKind {
    EVENTS("events/"),
    ADYEN("psp/adyen/"),
    STRIPE("psp/stripe/"),
    DLOCAL("psp/dlocal/"),
    PIX("psp/pix/"),
    CNAB("bank/cnab/"),
    BANK("bank/"),
    UNKNOWN("");

    private final String folder;

    SourceKind(String folder) {
        this.folder = folder;
    }

    static SourceKind of(String path) {
        for (SourceKind kind : values()) {
            if (path.startsWith(kind.folder)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The name in the database and in reports. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
