package dev.comanda.batch.ingest;

import java.io.InputStream;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An object of a bucket.
 *
 * @param eTag which content it had when it was found; another one is not read in its place
 */
record S3File(
        S3Client s3,
        String bucket,
        String key,
        String path,
        long sizeBytes,
        Instant modifiedAt,
        String eTag,
        boolean isKnownByItsLooks)
        implements InboxFile {

    @Override
    public InputStream open() {
        return new ResumedDownload(this);
    }

    @Override
    public boolean isUnchanged() throws UnavailableFileException {
        try {
            return s3.headObject(head -> head.bucket(bucket).key(key)).eTag().equals(eTag);
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new UnavailableFileException(path + " cannot be looked at again: " + e.getMessage(), e);
        }
    }
}
