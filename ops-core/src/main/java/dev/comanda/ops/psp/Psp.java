package dev.comanda.ops.psp;

import java.util.Locale;

/** The payment service providers whose files are read. */
public enum Psp {
    ADYEN,
    STRIPE,
    DLOCAL,
    PIX;

    /** The name that events, folders and exports use. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
