package dev.comanda.batch.readers.formats;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Picks the format of a file from its path in the inbox and its first bytes. */
public final class FileFormats {

    /** A stream that is asked for its format must be able to go back by this many bytes. */
    public static final int LOOK_AHEAD = 8 * 1024;

    private static final String BANK = "bank/";

    private static final Map<String, FileFormat> FOLDERS = Map.of(
            "psp/adyen/", FileFormat.ADYEN,
            "psp/stripe/", FileFormat.STRIPE,
            "psp/dlocal/", FileFormat.DLOCAL,
            "psp/pix/", FileFormat.PIX,
            "bank/cnab/", FileFormat.CNAB240);

    private static final Pattern MT940_FIELD = Pattern.compile("(?m)^:\\d{2}[A-Z]?:");
    private static final Pattern OFX_START = Pattern.compile("(?s)^\\s*(OFXHEADER|<OFX|<\\?OFX).*");

    private FileFormats() {}

    /** Whether the path lies in a folder whose files these readers read. */
    public static boolean isKnownFolder(String path) {
        return path.startsWith(BANK) || FOLDERS.keySet().stream().anyMatch(path::startsWith);
    }

    /**
     * The format of a file.
     *
     * @param path the file's path in the inbox, with slashes
     * @param in the file from its start, with mark and reset over {@link #LOOK_AHEAD} bytes; it is not moved
     */
    public static FileFormat of(String path, InputStream in) throws UnreadableFileException, IOException {
        if (!in.markSupported()) {
            throw new IllegalArgumentException("the stream of %s has no mark and reset".formatted(path));
        }
        in.mark(LOOK_AHEAD);
        byte[] start = in.readNBytes(LOOK_AHEAD);
        in.reset();
        refuseWhatIsNoText(start);
        Optional<FileFormat> byFolder = FOLDERS.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (byFolder.isPresent()) {
            return byFolder.get();
        }
        if (path.startsWith(BANK)) {
            return statement(start);
        }
        throw new UnreadableFileException(
                "the folder of %s is none that is read; put the file under psp/adyen, psp/stripe, psp/dlocal, psp/pix, bank or bank/cnab"
                        .formatted(path));
    }

    private static FileFormat statement(byte[] start) throws UnreadableFileException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String withoutMark = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        String upper = withoutMark.toUpperCase(Locale.ROOT);
        if (OFX_START.matcher(upper).matches() || upper.contains("<?OFX") || upper.contains("<OFX>")) {
            return FileFormat.OFX;
        }
        if (withoutMark.stripLeading().startsWith("<")) {
            return FileFormat.CAMT053;
        }
        if (MT940_FIELD.matcher(withoutMark).find()) {
            return FileFormat.MT940;
        }
        throw new UnreadableFileException(
                "the file is neither camt.053 XML nor MT940 nor OFX; put a bank statement in one of these formats here");
    }

    /** Refuses an archive, whose bytes are no lines. The stream has mark and reset; it is not moved. */
    public static void refuseArchive(InputStream in) throws UnreadableFileException, IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        refuseArchive(start);
    }

    private static void refuseArchive(byte[] start) throws UnreadableFileException {
        if (startsWith(start, 'P', 'K', 3, 4)) {
            throw new UnreadableFileException(
                    "the file is a ZIP archive or a spreadsheet; unpack it, or save it as text");
        }
    }

    private static void refuseWhatIsNoText(byte[] start) throws UnreadableFileException {
        if (start.length == 0) {
            throw new UnreadableFileException("the file is empty; fetch it again");
        }
        if (startsWith(start, 0x1F, 0x8B)) {
            throw new UnreadableFileException("the file is compressed (gzip), which only events may be; unpack it");
        }
        refuseArchive(start);
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            throw new UnreadableFileException("the file is UTF-16 text; save it as UTF-8");
        }
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
