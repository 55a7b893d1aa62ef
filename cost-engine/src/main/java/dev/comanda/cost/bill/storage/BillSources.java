package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.cost.bucket.s3.Buckets;
import java.nio.file.Path;

/** Opens what bills are delivered to, a folder or a bucket. */
public final class BillSources {

    private final Buckets buckets;

    public BillSources(Buckets buckets) {
        this.buckets = buckets;
    }

    public Deliveries open(Path folder) {
        return new FolderDeliveries(folder);
    }

    public Deliveries open(BucketPrefix place) {
        return new BucketDeliveries(buckets.open(place));
    }
}
