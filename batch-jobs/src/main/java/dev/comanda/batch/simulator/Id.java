package dev.comanda.batch.simulator;

import java.util.HexFormat;

/** An opaque id: a prefix that names the kind of thing, and 16 hexadecimal digits. */
record Id(String prefix, long number) {

    @Override
    public String toString() {
        return prefix + HexFormat.of().toHexDigits(number);
    }
}
