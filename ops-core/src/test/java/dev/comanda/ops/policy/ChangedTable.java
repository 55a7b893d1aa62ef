package dev.comanda.ops.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The chargeback table as somebody changed it. */
final class ChangedTable {

    private ChangedTable() {}

    static String original() {
        try (InputStream dmn = Policies.class.getResourceAsStream("chargeback.dmn")) {
            return new String(Objects.requireNonNull(dmn).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a part replaced, which must be there. */
    static byte[] with(String part, String replacement) {
        String original = original();
        if (!original.contains(part)) {
            throw new IllegalArgumentException("the table does not hold " + part);
        }
        return original.replace(part, replacement).getBytes(StandardCharsets.UTF_8);
    }
}
