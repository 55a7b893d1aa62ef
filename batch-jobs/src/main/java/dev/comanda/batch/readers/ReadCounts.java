package dev.comanda.batch.readers;

/**
 * How many records a file had, and what became of them. Titles, headers and trailers are no records.
 *
 * @param ignored records that are complete and no concern of ours, such as an entry that is not booked yet
 */
public record ReadCounts(long read, long accepted, long rejected, long ignored) {

    public ReadCounts {
        if (read != accepted + rejected + ignored) {
            throw new IllegalArgumentException("%d records were read, but %d accepted, %d rejected and %d ignored"
                    .formatted(read, accepted, rejected, ignored));
        }
    }
}
