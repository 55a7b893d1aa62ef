package dev.comanda.cost.bucket.s3;

import dev.comanda.cost.aws.sdk.Reasons;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.cost.bucket.UnavailableObjectException;
import java.io.InputStream;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An object as it was found.
 *
 * @param place where it was looked for
 * @param modifiedAt to the second, which is what S3 tells
 * @param eTag which content it had; another one is not read in its place
 */
public record BucketObject(
        S3Client s3, BucketPrefix place, String key, long sizeBytes, Instant modifiedAt, String eTag) {

    /** Its bytes from the start; reading fails with {@link UnavailableObjectException} once it is another one. */
    public InputStream open() {
        return new ResumedDownload(this);
    }

    /** Whether it still has the content that was found. */
    public boolean isUnchanged() throws UnavailableObjectException {
        try {
            return s3.headObject(head -> head.bucket(place.bucket()).key(key))
                    .eTag()
                    .equals(eTag);
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new UnavailableObjectException(
                    address() + " cannot be looked at again: " + Reasons.of(e, Bucket.RIGHTS), e);
        }
    }

    public String address() {
        return place.addressOf(key);
    }
}
