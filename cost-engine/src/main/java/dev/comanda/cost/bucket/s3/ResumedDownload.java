package dev.comanda.cost.bucket.s3;

import dev.comanda.cost.aws.sdk.Reasons;
import dev.comanda.cost.bucket.UnavailableObjectException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bytes of an object. Where the connection is cut, it goes on behind what it has, in the same content or not at all. */
final class ResumedDownload extends InputStream {

    /** So often one download goes on after a cut; each request is repeated by the SDK besides. */
    private static final int MOST_CUTS = 5;

    /** HTTP's answers where the content is no longer the one that was asked for, or there is none. */
    private static final int OTHER_CONTENT = 412;

    private static final int GONE = 404;

    private static final Logger log = LoggerFactory.getLogger(ResumedDownload.class);

    private final BucketObject object;
    private @Nullable ResponseInputStream<GetObjectResponse> connection;
    private long position;
    private int cuts;

    ResumedDownload(BucketObject object) {
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position < object.sizeBytes()) {
            try {
                int count = connected().read(target, offset, length);
                if (count < 0) {
                    throw new EOFException("the connection ended early");
                }
                position += count;
                return count;
            } catch (IOException | SdkException e) {
                disconnect();
                goOnAfter(e);
            }
        }
        return -1;
    }

    private void goOnAfter(Exception cut) throws UnavailableObjectException {
        if (cut instanceof S3Exception refused
                && (refused.statusCode() == OTHER_CONTENT || refused.statusCode() == GONE)) {
            throw new UnavailableObjectException(object.address() + " was replaced while it was read", cut);
        }
        cuts++;
        if (cuts > MOST_CUTS) {
            String reason = cut instanceof SdkException problem
                    ? Reasons.of(problem, Bucket.RIGHTS)
                    : String.valueOf(cut.getMessage());
            throw new UnavailableObjectException(
                    "%s broke off %d times, the last time at byte %,d of %,d: %s"
                            .formatted(object.address(), cuts, position, object.sizeBytes(), reason),
                    cut);
        }
        log.info("object={} broke off at byte {} and is gone on with", object.address(), position);
    }

    private ResponseInputStream<GetObjectResponse> connected() {
        ResponseInputStream<GetObjectResponse> open = connection;
        if (open == null) {
            open = object.s3().getObject(get -> get.bucket(object.place().bucket())
                    .key(object.key())
                    .ifMatch(object.eTag())
                    .range(position == 0 ? null : "bytes=" + position + "-"));
            connection = open;
        }
        return open;
    }

    /** Does not read what is left, as closing would. */
    private void disconnect() {
        ResponseInputStream<GetObjectResponse> open = connection;
        connection = null;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
