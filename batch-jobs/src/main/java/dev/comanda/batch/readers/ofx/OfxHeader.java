package dev.comanda.batch.readers.ofx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines before the first tag of a file, which say how its text is encoded. */
final class OfxHeader {

    /** A header lies within the first bytes of a file. */
    static final int MAX_LENGTH = 4096;

    private static final byte BYTE_ORDER_MARK = (byte) 0xEF;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern ENCODING = Pattern.compile("ENCODING:\\s*([\\w-]+)");
    private static final Pattern CHARSET = Pattern.compile("CHARSET:\\s*([\\w-]+)");
    private static final Pattern XML_ENCODING = Pattern.compile("<\\?XML[^>]*ENCODING=[\"']([\\w-]+)[\"']");

    private OfxHeader() {}

    /** Windows-1252 where the header does not say: the files of Brazilian banks, also where they claim US-ASCII. */
    static Charset charset(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        if (start.length > 0 && start[0] == BYTE_ORDER_MARK) {
            return StandardCharsets.UTF_8;
        }
        Matcher xml = XML_ENCODING.matcher(text);
        if (xml.find()) {
            return named(String.valueOf(xml.group(1)));
        }
        if (text.contains("<?XML") || text.contains("<?OFX")) {
            return StandardCharsets.UTF_8;
        }
        Matcher encoding = ENCODING.matcher(text);
        if (encoding.find() && String.valueOf(encoding.group(1)).startsWith("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        Matcher charset = CHARSET.matcher(text);
        return charset.find() ? named(String.valueOf(charset.group(1))) : WINDOWS_1252;
    }

    private static Charset named(String name) {
        return switch (name) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "8859-1", "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
            default -> WINDOWS_1252;
        };
    }
}
