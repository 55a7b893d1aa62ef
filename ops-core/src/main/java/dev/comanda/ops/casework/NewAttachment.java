package dev.comanda.ops.casework;

import java.util.regex.Pattern;

/**
 * A file that somebody brings.
 *
 * @param name what it is called, without the folders of whose machine it came from
 * @param mediaType what it claims to be; nobody relies on it
 */
// The bytes are stored and never compared, so identity equality of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
public record NewAttachment(String name, String mediaType, byte[] content) {

    private static final int LONGEST_NAME = 200;
    private static final String NAMELESS = "file";
    private static final String ANY_BYTES = "application/octet-stream";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}");

    /** Control characters, those that turn the direction of writing, and what separates folders or ends a header. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/\"<>|:*?]");

    public NewAttachment {
        name = cleaned(name);
        mediaType = MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : ANY_BYTES;
    }

    private static String cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = NOT_IN_NAMES.matcher(last).replaceAll("").strip();
        int[] shortened = clean.codePoints().limit(LONGEST_NAME).toArray();
        return clean.isEmpty() ? NAMELESS : new String(shortened, 0, shortened.length);
    }
}
