package dev.comanda.ops.completeness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Says what dates lack. What comes later is noted by the load that brings it. */
public interface Completeness {

    /** Makes these what is expected from now on; what one missed that is not among them is missed no more. */
    void expect(Collection<Expectation> expectations);

    /** Looks what the date lacks, and once more at the dates that lacked something before. */
    void check(LocalDate businessDate);

    /** What the date lacked when it was checked and did not come since, by name; empty for a complete date. */
    List<Shortfall> missing(LocalDate businessDate);
}
