package dev.comanda.ops.ingest;

import java.time.OffsetDateTime;

/**
 * What is about to be read: a file, a batch of a broker's records, a replay.
 *
 * @param path its name: the path in the inbox, or what stands for it
 * @param kind as in {@code ingest.source}
 * @param sha256 of its content, in hexadecimal
 */
public record NewSource(
        LegalEntity legalEntity, String path, String kind, String sha256, long sizeBytes, OffsetDateTime readAt) {}
