package dev.comanda.batch.ingest;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket below a prefix, in the layout of a folder. */
final class S3Inbox implements Inbox {

    /** S3 tells times to the second: one that is younger may be replaced by another of the same size and time. */
    private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);

    private final InboxLocation location;
    private final S3Client s3;
    private final Clock clock;

    S3Inbox(InboxLocation location, S3Client s3, Clock clock) {
        this.location = location;
        this.s3 = s3;
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
            return s3
                    .listObjectsV2Paginator(
                            list -> list.bucket(location.bucket()).prefix(location.prefix()))
                    .contents()
                    .stream()
                    .filter(this::isReady)
                    .limit(MOST_FILES)
                    .map(object -> file(object, now))
                    .sorted(Comparator.comparing(InboxFile::path))
                    .toList();
        } catch (NoSuchBucketException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "the inbox " + location + " lies in no bucket that is there", e);
        } catch (SdkException e) {
            throw new IOException("the inbox " + location + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** A key that ends with a slash stands for a folder that some tools show. */
    private boolean isReady(S3Object object) {
        return !object.key().endsWith("/") && Inbox.isReady(object.key());
    }

    private InboxFile file(S3Object object, Instant now) {
        return new S3File(
                s3,
                location.bucket(),
                object.key(),
                object.key().substring(location.prefix().length()),
                object.size(),
                object.lastModified(),
                object.eTag(),
                object.lastModified().isBefore(now.minus(OLD_ENOUGH)));
    }

    @Override
    public void close() {
        s3.close();
    }
}
