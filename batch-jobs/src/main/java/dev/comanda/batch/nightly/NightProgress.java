package dev.comanda.batch.nightly;

import dev.comanda.batch.ingest.IngestProgress;
import dev.comanda.ops.ingest.SourceReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the night of this process is. Whoever shows it takes a {@link #now snapshot} when it wants one. */
public final class NightProgress implements IngestProgress {

    private static final Logger log = LoggerFactory.getLogger(NightProgress.class);

    /** Reading takes about half of a night; the steps after it share the rest. */
    private static final double SHARE_OF_READING = 0.5;

    private final List<SourceReport> sources = new CopyOnWriteArrayList<>();
    private String stage = "starting";
    private int stepsAfterReading = 1;
    private int stepsBegun;
    private long bytesFound;
    private long bytesPassed;
    private long records;

    /**
     * A moment of a night.
     *
     * @param stage what is being done, in words
     * @param share from 0 to 1, how much of the night is behind it
     * @param records how many records were read in it
     */
    public record Snapshot(String stage, double share, long records) {}

    /** Forgets the night before this one. */
    public synchronized void startOver() {
        sources.clear();
        stage = "starting";
        stepsBegun = 0;
        bytesFound = 0;
        bytesPassed = 0;
        records = 0;
    }

    synchronized void steps(int afterReading) {
        stepsAfterReading = Math.max(1, afterReading);
    }

    @Override
    public synchronized void found(int files, long bytes) {
        bytesFound = bytes;
    }

    @Override
    public synchronized void reading(String path) {
        log.debug("reading {}", path);
        stage = "reading " + path;
    }

    @Override
    public synchronized void passed(long bytes) {
        bytesPassed += bytes;
    }

    @Override
    public synchronized void read(SourceReport report) {
        sources.add(report);
        records += report.read();
    }

    /** A step after the reading begins. */
    synchronized void doing(String what) {
        log.debug("{}", what);
        bytesPassed = bytesFound;
        stepsBegun++;
        stage = what;
    }

    /** The night is over. */
    public synchronized void done() {
        stage = "done";
        stepsBegun = stepsAfterReading + 1;
    }

    public synchronized Snapshot now() {
        double reading = bytesFound == 0 ? 0 : (double) bytesPassed / bytesFound;
        double steps = Math.max(0, stepsBegun - 1) / (double) stepsAfterReading;
        return new Snapshot(
                stage,
                stepsBegun == 0 ? SHARE_OF_READING * reading : SHARE_OF_READING + (1 - SHARE_OF_READING) * steps,
                records);
    }

    /** What this process read for the night. */
    public List<SourceReport> sources() {
        return List.copyOf(sources);
    }
}
