package dev.comanda.batch.ingest;

import dev.comanda.cost.bucket.s3.Bucket;
import dev.comanda.cost.bucket.s3.BucketObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The objects of a bucket below a prefix, in the layout of a folder. */
final class S3Inbox implements Inbox {

    /** S3 tells times to the second: one that is younger may be replaced by another of the same size and time. */
    private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);

    private final InboxLocation location;
    private final Bucket bucket;
    private final Clock clock;

    S3Inbox(InboxLocation location, Bucket bucket, Clock clock) {
        this.location = location;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public InboxLocation location() {
        return location;
    }

    @Override
    public List<InboxFile> files() throws IOException {
        Instant now = clock.instant();
        try {
            return bucket.objects(Inbox::isReady, MOST_FILES).stream()
                    .map(object -> file(object, now))
                    .sorted(Comparator.comparing(InboxFile::path))
                    .toList();
        } catch (IOException e) {
            throw new IOException("the inbox " + location + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private InboxFile file(BucketObject object, Instant now) {
        return new S3File(
                object,
                object.key().substring(bucket.place().prefix().length()),
                object.modifiedAt().isBefore(now.minus(OLD_ENOUGH)));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
