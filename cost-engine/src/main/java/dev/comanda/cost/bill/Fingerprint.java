package dev.comanda.cost.bill;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /** The file's place and mark. */
    public Fingerprint with(BillFile file) {
        return with((file.place() + "|" + file.mark()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
