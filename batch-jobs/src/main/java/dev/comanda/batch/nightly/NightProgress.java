package dev.comanda.batch.nightly;

import dev.comanda.ops.ingest.SourceReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the night of this process is, told to the log and kept for its report. */
public final class NightProgress {

    private static final Logger log = LoggerFactory.getLogger(NightProgress.class);

    private final List<SourceReport> sources = new CopyOnWriteArrayList<>();

    void reading(String path) {
        log.info("reading {}", path);
    }

    void sourcesRead(List<SourceReport> reports) {
        sources.addAll(reports);
    }

    void reconciling(String name) {
        log.info("reconciling {}", name);
    }

    /** Forgets what was read for a night before this one. */
    public void startOver() {
        sources.clear();
    }

    /** What this process read. */
    public List<SourceReport> sources() {
        return List.copyOf(sources);
    }
}
