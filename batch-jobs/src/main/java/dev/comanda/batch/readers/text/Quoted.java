package dev.comanda.batch.readers.text;

/** A value from a file as a sentence may show it: short, on one line, in quotes. */
public final class Quoted {

    private static final int SHOWN = 40;

    private Quoted() {}

    public static String of(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN ? "'" + printable + "'" : "'" + printable.substring(0, SHOWN) + "…'";
    }
}
