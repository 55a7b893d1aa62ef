package dev.comanda.batch.feeds;

import dev.comanda.ops.marketplace.BusinessId;
import java.util.UUID;
import org.apache.commons.codec.digest.MurmurHash3;

/** 128-bit content hashes of texts. Each text goes in behind its length, so that "a", "bc" is not "ab", "c". */
final class KeyHash {

    private static final int SEED = 0;

    private final CanonicalBytes parts = new CanonicalBytes();

    UUID of(String source, String id) {
        parts.truncate(0);
        parts.writePart(source);
        parts.writePart(id);
        return of(parts);
    }

    UUID of(BusinessId id) {
        parts.truncate(0);
        parts.writePart(id.family());
        parts.writePart(id.id());
        parts.writePart(id.detail());
        return of(parts);
    }

    static UUID of(CanonicalBytes bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes.array(), 0, bytes.size(), SEED);
        return new UUID(hash[0], hash[1]);
    }
}
