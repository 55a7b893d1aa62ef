package dev.comanda.batch.simulator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings every event before the night of its day: a file per feed and night, and every so many events once more
 * in a file of redeliveries. What is late comes before a later night.
 */
final class NightlyDelivery implements EventDelivery {

    private static final int REDELIVERED_ONE_IN = 97;
    private static final String PACKED_FEED = "courier";

    private final InboxFolders folders;
    private final Window window;
    private final Map<String, InboxFile> files = new TreeMap<>();
    private long heldBackUntil;
    private long delivered;
    private long duplicates;

    NightlyDelivery(InboxFolders folders, Window window) {
        this.folders = folders;
        this.window = window;
        this.heldBackUntil = window.firstDay();
    }

    /** Tells of something. */
    interface Telling {
        void tell() throws IOException;
    }

    /** Delivers what is told not before the night of a day. */
    void notBefore(long day, Telling telling) throws IOException {
        heldBackUntil = day;
        telling.tell();
        heldBackUntil = window.firstDay();
    }

    @Override
    public void deliver(String feed, long day, Line line) throws IOException {
        long night = Math.max(day, heldBackUntil);
        file(feed, night).write(line);
        if (++delivered % REDELIVERED_ONE_IN == 0) {
            file("redelivered", night).write(line);
            duplicates++;
        }
    }

    @Override
    public void deliverLast(byte[] line) throws IOException {
        file(heldBackUntil, unreadableOn(heldBackUntil)).write(line);
    }

    /** The file of what is no event, delivered before a night. */
    static String unreadableOn(long night) {
        return "events/zz-unreadable/" + LocalDate.ofEpochDay(night) + ".ndjson";
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

    private InboxFile file(String feed, long night) throws IOException {
        String ending = feed.equals(PACKED_FEED) ? ".ndjson.gz" : ".ndjson";
        return file(night, "events/" + feed + "/" + LocalDate.ofEpochDay(night) + ending);
    }

    private InboxFile file(long night, String path) throws IOException {
        if (window.isLater(night)) {
            throw new IllegalStateException(path + " would come after the last night");
        }
        InboxFile file = files.get(path);
        if (file == null) {
            file = new InboxFile(folders.on(night), path);
            files.put(path, file);
        }
        return file;
    }
}
