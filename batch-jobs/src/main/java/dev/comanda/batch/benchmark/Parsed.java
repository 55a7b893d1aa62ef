package dev.comanda.batch.benchmark;

import dev.comanda.batch.feeds.EventFeed;
import dev.comanda.batch.feeds.EventSink;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files as a night does, and keeps nothing of them but how many records they have. */
final class Parsed implements EventSink, RecordSink {

    private final Path inbox;
    private long records;

    Parsed(Path inbox) {
        this.inbox = inbox;
    }

    void read(Path file) {
        String path = inbox.relativize(file).toString().replace('\\', '/');
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (path.startsWith("events/")) {
                EventFeed.read(in, this);
            } else {
                FileFormats.of(path, in).reader().read(in, this);
            }
        } catch (UnreadableFileException e) {
            // A night keeps its reason and goes on, as it costs nothing more.
            records++;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    long records() {
        return records;
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        records++;
    }

    @Override
    public void ignored(long line, String type) {
        records++;
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        records++;
    }

    @Override
    public void line(PspLine line) {
        records++;
    }

    @Override
    public void payout(PspPayout payout) {
        records++;
    }

    @Override
    public void controlTotal(ControlTotal total) {
        records++;
    }

    @Override
    public void entry(BankEntry entry) {
        records++;
    }

    @Override
    public void statement(BankStatement statement) {
        records++;
    }

    @Override
    public void payoutReturn(PayoutReturn payoutReturn) {
        records++;
    }

    @Override
    public void warning(long line, String sentence) {}
}
