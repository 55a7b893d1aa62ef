package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bucket.s3.Bucket;
import dev.comanda.cost.bucket.s3.BucketObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bills where AWS delivers them: one listing says what is there, and of an unchanged delivery only the manifest is fetched. */
public final class BucketDeliveries extends StoredDeliveries {

    /** Create-new delivery to 50 files three times a day comes to 55,000 a year. */
    private static final int MOST_FILES = 250_000;

    private final Bucket bucket;
    private Map<String, BucketObject> objects = Map.of();

    /** @param bucket a prefix at or above exports, one of bare files, or one bare file; closed with this */
    public BucketDeliveries(Bucket bucket) {
        super(bucket.place().toString());
        this.bucket = bucket;
    }

    @Override
    List<String> places() throws IOException {
        List<BucketObject> listed = bucket.objects(StoredDeliveries::isOfBills, MOST_FILES + 1L);
        if (listed.size() > MOST_FILES) {
            throw new IOException("it holds more than %,d files; name the prefix of one export".formatted(MOST_FILES));
        }
        Map<String, BucketObject> byPlace = new TreeMap<>();
        (listed.isEmpty() ? bucket.object() : listed).forEach(object -> byPlace.put(object.address(), object));
        objects = byPlace;
        return new ArrayList<>(byPlace.keySet());
    }

    @Override
    Optional<BillFile> file(String place) {
        return Optional.ofNullable(objects.get(place)).map(FileInBucket::new);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
