package dev.comanda.cost.bill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Tells deliveries apart without reading their files. */
public final class Fingerprint {

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Fingerprint with(byte[] content) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        digest.update(content);
        return this;
    }

    /** The file's name, size and time; a file rewritten in place has another time. */
    public Fingerprint with(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return with("%s|%d|%d|%d"
                .formatted(file, Files.size(file), changed.getEpochSecond(), changed.getNano())
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
