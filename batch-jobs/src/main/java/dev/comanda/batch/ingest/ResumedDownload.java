package dev.comanda.batch.ingest;

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

    /** HTTP's answer where the content is no longer the one that was asked for. */
    private static final int OTHER_CONTENT = 412;

    private static final Logger log = LoggerFactory.getLogger(ResumedDownload.class);

    private final S3File file;
    private @Nullable ResponseInputStream<GetObjectResponse> connection;
    private long position;
    private int cuts;

    ResumedDownload(S3File file) {
        this.file = file;
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
        while (position < file.sizeBytes()) {
            try {
                int count = connected().read(target, offset, length);
                if (count < 0) {
                    throw new EOFException("the connection ended early");
                }
                position += count;
                return count;
            } catch (IOException | SdkException e) {
                disconnect();
                if (e instanceof S3Exception refused && refused.statusCode() == OTHER_CONTENT) {
                    throw new UnavailableFileException(file.path() + " was replaced while it was read", e);
                }
                cuts++;
                if (cuts > MOST_CUTS) {
                    throw new UnavailableFileException(
                            "%s broke off %d times, the last time at byte %,d of %,d: %s"
                                    .formatted(file.path(), cuts, position, file.sizeBytes(), e.getMessage()),
                            e);
                }
                log.info("file={} broke off at byte {} and is gone on with", file.path(), position);
            }
        }
        return -1;
    }

    private ResponseInputStream<GetObjectResponse> connected() {
        ResponseInputStream<GetObjectResponse> open = connection;
        if (open == null) {
            open = file.s3().getObject(get -> get.bucket(file.bucket())
                    .key(file.key())
                    .ifMatch(file.eTag())
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
