package dev.comanda.batch.simulator;

import java.util.HexFormat;
import java.util.Locale;

/** Hands out ids that look random and are unique by construction: a counter sent through a bijection. */
final class Ids {

    private static final long ODD_STEP = 0xD1342543DE82EF95L;
    private static final int SHORT_BITS = 44;
    private static final int SHORT_DIGITS = SHORT_BITS / 4;
    private static final long SHORT_MASK = (1L << SHORT_BITS) - 1;

    private final long salt;
    private long count;
    private long shortCount;

    Ids(long seed) {
        this.salt = Randomness.mix(seed ^ 0x5DEECE66DL);
    }

    Id next(String prefix) {
        return new Id(prefix, nextNumber());
    }

    long nextNumber() {
        return Randomness.mix(count++ * ODD_STEP + salt);
    }

    /** 11 hexadecimal digits in upper case, for references that a bank's field must hold. */
    String nextShort() {
        long number = (shortCount++ * ODD_STEP + salt) & SHORT_MASK;
        number = ((number ^ (number >>> (SHORT_BITS / 2))) * 0xBF58476D1CE4E5B9L) & SHORT_MASK;
        number ^= number >>> (SHORT_BITS / 2);
        return HexFormat.of().toHexDigits(number, SHORT_DIGITS).toUpperCase(Locale.ROOT);
    }
}
