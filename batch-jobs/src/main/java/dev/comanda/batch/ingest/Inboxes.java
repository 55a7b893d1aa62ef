package dev.comanda.batch.ingest;

import dev.comanda.cost.bucket.s3.Buckets;
import dev.comanda.ops.error.OpsException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Opens inboxes, wherever they lie. */
public final class Inboxes {

    private final Buckets buckets;
    private final Clock clock;

    /**
     * @param s3Endpoint the address of a store that speaks as S3 does; null for S3 itself
     * @throws OpsException {@code UNUSABLE_ARGUMENT} if it is no address
     */
    public Inboxes(@Nullable String s3Endpoint, Clock clock) {
        this.buckets = new Buckets(s3Endpoint);
        this.clock = clock;
    }

    Inbox open(InboxLocation location) {
        return location.isS3() ? new S3Inbox(location, buckets.open(location.s3()), clock) : new FolderInbox(location);
    }
}
