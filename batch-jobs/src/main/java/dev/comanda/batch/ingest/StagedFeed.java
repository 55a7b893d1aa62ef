package dev.comanda.batch.ingest;

import dev.comanda.batch.feeds.EventFeed;
import dev.comanda.batch.feeds.EventSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.ingest.loading.StagedRejects;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.marketplace.loading.EventLoad;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jooq.Configuration;
import org.jooq.impl.DSL;

/** A feed in temporary tables: read to its end, and nothing decided yet. */
final class StagedFeed implements EventSink {

    private final EventLoad load;
    private final StagedRejects rejects;
    private long ignored;

    private StagedFeed(Configuration transaction) {
        this.load = new EventLoad(transaction);
        this.rejects = new StagedRejects(DSL.using(transaction), Copies.of(transaction));
    }

    static StagedFeed of(Configuration transaction, InboxFile file) throws UnreadableFileException, IOException {
        StagedFeed feed = new StagedFeed(transaction);
        try (InputStream in = new BufferedInputStream(file.open())) {
            FileFormats.refuseArchive(in);
            EventFeed.read(in, feed);
        }
        feed.load.stage();
        feed.rejects.stage();
        return feed;
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        load.add(line, keys, event);
    }

    @Override
    public void ignored(long line, String type) {
        ignored++;
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        rejects.add(rejected);
    }

    /** Hands its events and rejects over to the source that it is. */
    EventLoad.Outcome merge(SourceLoad source) {
        source.reject(rejects);
        return load.merge(source.sourceId());
    }

    long ignored() {
        return ignored;
    }
}
