package dev.comanda.cost.bucket.s3;

import dev.comanda.cost.aws.sdk.Reasons;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects below a prefix of a bucket. */
public final class Bucket implements AutoCloseable {

    static final String RIGHTS = "s3:ListBucket and s3:GetObject";

    private final S3Client s3;
    private final BucketPrefix place;

    Bucket(S3Client s3, BucketPrefix place) {
        this.s3 = s3;
        this.place = place;
    }

    public BucketPrefix place() {
        return place;
    }

    /**
     * The objects below the prefix. A key that ends with a slash stands for a folder that some tools show, and is passed over.
     *
     * @param keys which keys to take
     * @param most how many objects at most; the others are left out
     * @throws OpsException {@code UNUSABLE_ARGUMENT} where there is no such bucket
     */
    public List<BucketObject> objects(Predicate<String> keys, long most) throws IOException {
        return list(place.prefix(), key -> !key.endsWith("/") && keys.test(key), most);
    }

    /** The one object whose key is the prefix without its slash; empty where there is none. */
    public List<BucketObject> object() throws IOException {
        String key = place.prefix().replaceAll("/$", "");
        return key.isEmpty() ? List.of() : list(key, key::equals, 1);
    }

    private List<BucketObject> list(String prefix, Predicate<String> keys, long most) throws IOException {
        try {
            return s3.listObjectsV2Paginator(list -> list.bucket(place.bucket()).prefix(prefix)).contents().stream()
                    .filter(object -> keys.test(object.key()))
                    .limit(most)
                    .map(this::object)
                    .toList();
        } catch (NoSuchBucketException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, place + " lies in no bucket that is there", e);
        } catch (SdkException e) {
            throw new IOException(Reasons.of(e, RIGHTS), e);
        }
    }

    private BucketObject object(S3Object object) {
        return new BucketObject(s3, place, object.key(), object.size(), object.lastModified(), object.eTag());
    }

    @Override
    public void close() {
        s3.close();
    }
}
