package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The plain form: a file per feed and day, and every so many events once more in a file of redeliveries. */
final class DailyDelivery implements EventDelivery {

    static final String LAST_FILE = "events/zz-unreadable.ndjson";
    private static final int REDELIVERED_ONE_IN = 97;
    private static final String PACKED_FEED = "courier";

    private final Path inbox;
    private final long date;
    private final Map<String, InboxFile> files = new TreeMap<>();
    private long delivered;
    private long duplicates;

    DailyDelivery(Path inbox, long date) {
        this.inbox = inbox;
        this.date = date;
    }

    @Override
    public void deliver(String feed, long day, Line line) throws IOException {
        file(feed, day).write(line);
        if (++delivered % REDELIVERED_ONE_IN == 0) {
            file("redelivered", day).write(line);
            duplicates++;
        }
    }

    @Override
    public void deliverLast(byte[] line) throws IOException {
        file(LAST_FILE).write(line);
    }

    @Override
    public long duplicates() {
        return duplicates;
    }

    @Override
    public void close() throws IOException {
        for (InboxFile file : files.values()) {
            file.close();
        }
    }

    private InboxFile file(String feed, long day) throws IOException {
        boolean packed = feed.equals(PACKED_FEED) && day < date;
        return file("events/" + feed + "/" + LocalDate.ofEpochDay(day) + (packed ? ".ndjson.gz" : ".ndjson"));
    }

    private InboxFile file(String path) throws IOException {
        InboxFile file = files.get(path);
        if (file == null) {
            file = new InboxFile(inbox, path);
            files.put(path, file);
        }
        return file;
    }
}
