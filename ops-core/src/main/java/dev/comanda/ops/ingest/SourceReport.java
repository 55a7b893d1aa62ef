package dev.comanda.ops.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading a source: {@code read = accepted + duplicates + rejected + ignored}, always.
 *
 * @param name the path in the inbox
 * @param sha256 of its content, in hexadecimal
 * @param error why it could not be read at all; then nothing was accepted
 */
public record SourceReport(
        String name,
        String sha256,
        String kind,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        long ignored,
        @Nullable String error) {}
