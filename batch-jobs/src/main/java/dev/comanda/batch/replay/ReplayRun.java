package dev.comanda.batch.replay;

import dev.comanda.batch.feeds.Conflict;
import dev.comanda.batch.feeds.EventParser;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.ingest.loading.ReplayLoad;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.marketplace.loading.EventLoad;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads replays by the parser and the load that files have, each whole or not at all: its facts, its counts and what came of each
 * reject commit together. One that was cut off waits as before.
 */
public final class ReplayRun {

    private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);

    /** More than that in a row is left for the next look; nights wait no longer. */
    private static final int MOST_IN_A_ROW = 1_000;

    private final DSLContext database;
    private final Clock clock;

    public ReplayRun(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads the replays that wait, the one asked for first the earliest. */
    public void takeWaiting() {
        int taken = 0;
        while (taken < MOST_IN_A_ROW && take(ReplayLoad::next)) {
            taken++;
        }
    }

    /** Reads this replay, unless it was read meanwhile. */
    public void take(long replay) {
        take(sql -> ReplayLoad.of(sql, replay));
    }

    private boolean take(Function<DSLContext, Optional<ReplayLoad>> choice) {
        return database.transactionResult(transaction -> {
            Optional<ReplayLoad> chosen = choice.apply(DSL.using(transaction));
            chosen.ifPresent(replay -> take(replay, transaction));
            return chosen.isPresent();
        });
    }

    private void take(ReplayLoad replay, Configuration transaction) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        SourceLoad source = replay.begin(Copies.of(transaction), now);
        EventLoad load = new EventLoad(transaction);
        SentEvents events = new SentEvents(load, source);
        EventParser parser = new EventParser();
        replay.eachSent(sent -> parser.parse(sent.line(), sent.bytes(), events));
        EventLoad.Outcome merged = load.merge(source.sourceId());
        for (long line : merged.conflicts()) {
            events.rejected(Conflict.reject(line, replay.sentAt(line).bytes()));
        }
        source.finish(merged.accepted(), merged.duplicates(), events.ignored().size(), null);
        replay.finish(source.sourceId(), load.duplicateLines(), events.ignored(), now);
        log.info(
                "{}: accepted {}, duplicates {}, rejected {}, ignored {}",
                replay.path(),
                merged.accepted(),
                merged.duplicates(),
                source.rejected(),
                events.ignored().size());
    }
}
