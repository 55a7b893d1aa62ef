package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bucket.s3.BucketObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** An object of a bucket; it is fetched only as long as it is the one that was found. */
record FileInBucket(BucketObject object) implements BillFile {

    @Override
    public String name() {
        return object.key().substring(object.key().lastIndexOf('/') + 1);
    }

    @Override
    public String place() {
        return object.address();
    }

    @Override
    public String mark() {
        return object.sizeBytes() + "|" + object.eTag();
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
