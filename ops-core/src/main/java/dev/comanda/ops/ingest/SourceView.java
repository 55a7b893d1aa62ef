package dev.comanda.ops.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read at once, as people see it: a file, a batch of events or a replay.
 *
 * @param read always accepted + duplicates + rejected + ignored
 * @param error the sentence where nothing of it could be read
 */
public record SourceView(
        long id,
        String path,
        String kind,
        String sha256,
        long sizeBytes,
        Instant readAt,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        long ignored,
        long warnings,
        @Nullable String error) {}
