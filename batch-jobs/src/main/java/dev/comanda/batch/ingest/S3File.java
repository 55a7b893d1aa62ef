package dev.comanda.batch.ingest;

import dev.comanda.cost.bucket.s3.BucketObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** An object of a bucket; another content is not read in its place. */
record S3File(BucketObject object, String path, boolean isKnownByItsLooks) implements InboxFile {

    @Override
    public long sizeBytes() {
        return object.sizeBytes();
    }

    @Override
    public Instant modifiedAt() {
        return object.modifiedAt();
    }

    @Override
    public InputStream open() {
        return object.open();
    }

    @Override
    public boolean isUnchanged() throws IOException {
        return object.isUnchanged();
    }
}
