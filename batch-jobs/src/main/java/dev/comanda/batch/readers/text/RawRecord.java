package dev.comanda.batch.readers.text;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a record as the file has them, without the end of its line. */
public final class RawRecord {

    private final long line;
    private final byte[] bytes;
    private final long length;
    private final byte @Nullable [] digest;

    private RawRecord(long line, byte[] bytes, long length, byte @Nullable [] digest) {
        this.line = line;
        this.bytes = bytes;
        this.length = length;
        this.digest = digest;
    }

    /** A record of which all bytes are here. */
    public static RawRecord whole(long line, byte[] bytes) {
        return new RawRecord(line, bytes, bytes.length, null);
    }

    /** A record that was too long to keep. */
    static RawRecord tooLong(long line, byte[] firstBytes, long length, byte[] digest) {
        return new RawRecord(line, firstBytes, length, digest);
    }

    /** The physical line it starts on, or its ordinal in a file without lines. */
    public long line() {
        return line;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isTooLong() {
        return digest != null;
    }

    boolean isBlank() {
        if (isTooLong()) {
            return false;
        }
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Its text, when it is all there, is valid in the charset and holds no NUL. */
    public String text(Charset charset) throws RefusedRecordException {
        String text = charset.equals(StandardCharsets.ISO_8859_1) ? latin1() : decoded(charset);
        if (text.indexOf('\0') >= 0) {
            throw new RefusedRecordException(
                    ReasonCode.UNREADABLE_TEXT, "the record holds a NUL character, which is no text");
        }
        return text;
    }

    /** Its text in a charset in which every byte is a character, NUL among them. */
    public String latin1() throws RefusedRecordException {
        refuseTooLong();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String decoded(Charset charset) throws RefusedRecordException {
        refuseTooLong();
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedRecordException(
                    ReasonCode.UNREADABLE_TEXT, "the record is not valid %s text".formatted(charset.name()));
        }
    }

    private void refuseTooLong() throws RefusedRecordException {
        if (isTooLong()) {
            throw new RefusedRecordException(
                    ReasonCode.TOO_LONG,
                    "the record has %,d bytes; at most %,d are taken".formatted(length, BoundedLines.MAX_LENGTH));
        }
    }

    /** This record as one that could not be taken. */
    public RejectedRecord rejected(ReasonCode reason, String sentence) {
        if (digest == null) {
            return RejectedRecord.of(line, reason, sentence, bytes, 0, bytes.length);
        }
        byte[] kept = Arrays.copyOf(bytes, Math.min(bytes.length, RejectedRecord.RAW_LIMIT));
        return new RejectedRecord(line, reason, sentence, kept, length, digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
