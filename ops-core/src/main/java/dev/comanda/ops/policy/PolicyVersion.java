package dev.comanda.ops.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Which text of a policy decided.
 *
 * @param label what people call it; it changes when the table or its explanations do
 * @param contentId the first 128 bits of the SHA-256 over the table and its explanations in all languages
 */
public record PolicyVersion(String key, String label, UUID contentId) {

    static PolicyVersion of(PolicyTable table, SortedMap<String, String> explanations) {
        MessageDigest digest = sha256();
        digest.update(table.dmn().getBytes(StandardCharsets.UTF_8));
        explanations.forEach((key, text) -> digest.update(("\0" + key + "\0" + text).getBytes(StandardCharsets.UTF_8)));
        ByteBuffer bits = ByteBuffer.wrap(digest.digest());
        return new PolicyVersion(table.key(), table.label(), new UUID(bits.getLong(), bits.getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
