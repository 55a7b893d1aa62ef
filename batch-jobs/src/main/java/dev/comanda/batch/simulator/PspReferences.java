package dev.comanda.batch.simulator;

import java.util.HexFormat;
import java.util.Locale;

/** Makes references in the form that each PSP gives them. */
final class PspReferences {

    private static final String STRIPE_CHARGE = "ch_";
    private static final String STRIPE_INTENT = "pi_";
    private static final int BANKS = 97;

    private final Ids ids;

    PspReferences(Ids ids) {
        this.ids = ids;
    }

    String next(Psp psp, long capturedAt) {
        return switch (psp) {
            case ADYEN -> HexFormat.of().toHexDigits(ids.nextNumber()).toUpperCase(Locale.ROOT);
            case STRIPE -> ids.next(STRIPE_CHARGE).toString();
            case DLOCAL -> ids.next("D-648-").toString();
            case PIX -> endToEndId(capturedAt);
        };
    }

    /** The payment intent that belongs to a charge of Stripe's. */
    static String intentOf(String charge) {
        return STRIPE_INTENT + charge.substring(STRIPE_CHARGE.length());
    }

    /** E, the payer's bank, the minute in UTC and 11 characters, as the central bank's manual has it. */
    private String endToEndId(long capturedAt) {
        String minute = new Line().utcTime(capturedAt).toString();
        return "E"
                + new Line().padded(10_000_000L + Math.floorMod(capturedAt, BANKS), 8)
                + minute.substring(0, 4)
                + minute.substring(5, 7)
                + minute.substring(8, 10)
                + minute.substring(11, 13)
                + minute.substring(14, 16)
                + ids.nextShort();
    }
}
