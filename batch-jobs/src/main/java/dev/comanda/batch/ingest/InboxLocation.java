package dev.comanda.batch.ingest;

import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Path;

/**
 * Where an inbox lies, as the database knows it too.
 *
 * @param text the absolute path of a folder, or {@code s3://bucket/prefix} without a slash at its end
 */
public record InboxLocation(String text) {

    /** @throws OpsException {@code UNUSABLE_ARGUMENT} if it is neither a folder nor a prefix of a bucket */
    public static InboxLocation of(String given) {
        if (!BucketPrefix.isMeant(given)) {
            return of(Path.of(given));
        }
        return BucketPrefix.of(given)
                .map(place -> new InboxLocation(place.toString()))
                .orElseThrow(() -> new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT,
                        "the inbox " + given + " names no bucket; write it as s3://bucket/prefix"));
    }

    public static InboxLocation of(Path folder) {
        return new InboxLocation(folder.toAbsolutePath().normalize().toString());
    }

    public boolean isS3() {
        return BucketPrefix.isMeant(text);
    }

    Path folder() {
        return Path.of(text);
    }

    BucketPrefix s3() {
        return BucketPrefix.of(text).orElseThrow(() -> new IllegalStateException(text + " lies not in S3"));
    }

    @Override
    public String toString() {
        return text;
    }
}
