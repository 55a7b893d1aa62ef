package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.cost.bucket.s3.Buckets;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Path;

/** Opens what bills are delivered to, a folder or a bucket. */
public final class BillSources {

    private final Buckets buckets;

    public BillSources(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Opens a source as a person writes it: a folder or {@code s3://bucket/prefix}.
     *
     * @throws OpsException UNUSABLE_ARGUMENT where it names no bucket
     */
    public Deliveries open(String source) {
        if (!BucketPrefix.isMeant(source)) {
            return open(Path.of(source));
        }
        return open(BucketPrefix.of(source)
                .orElseThrow(() -> new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT, source + " names no bucket; write it as s3://bucket/prefix")));
    }

    public Deliveries open(Path folder) {
        return new FolderDeliveries(folder);
    }

    public Deliveries open(BucketPrefix place) {
        return new BucketDeliveries(buckets.open(place));
    }
}
