package dev.comanda.ops.ingest;

import java.util.List;
import java.util.Optional;

/** Reads what came in and what was refused of it. */
public interface SourceViews {

    /** Which sources to list. */
    enum Which {
        ALL,
        /** Those of which something was rejected, or which could not be read at all. */
        WITH_PROBLEMS
    }

    /** Sources, the one read last first. */
    List<SourceView> sources(Which which, int offset, int limit);

    Optional<SourceView> source(long id);

    /** The sources that were read under a path, or the one that has a SHA-256 in hexadecimal; the one read last first. */
    List<SourceView> named(String pathOrSha256, int limit);

    /** The rejects of a source by line. */
    List<RejectView> rejects(long source, int offset, int limit);

    Optional<RejectView> reject(long id);

    /** The warnings of a source by line. */
    List<WarningView> warnings(long source, int limit);
}
