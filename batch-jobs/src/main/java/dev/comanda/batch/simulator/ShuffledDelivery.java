package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Strews every event, one to three times, over a number of files and mixes the order inside each. */
final class ShuffledDelivery implements EventDelivery {

    private static final int COPIES_MAX = 3;
    private static final int LINES_MIXED = 4_096;

    private final InboxFile last;
    private final List<InboxFile> files = new ArrayList<>();
    private final List<List<byte[]>> waiting = new ArrayList<>();
    private final Randomness random;
    private long duplicates;

    ShuffledDelivery(Path inbox, SimulationVariant variant) throws IOException {
        this.random = new Randomness(variant.deliverySeed());
        this.last = new InboxFile(inbox, DailyDelivery.LAST_FILE);
        for (int index = 0; index < variant.shuffledOver(); index++) {
            String suffix = index % 2 == 0 ? ".ndjson" : ".ndjson.gz";
            files.add(new InboxFile(inbox, "events/part-" + new Line().padded(index, 3) + suffix));
            waiting.add(new ArrayList<>());
        }
    }

    @Override
    public void deliver(String feed, long day, Line line) throws IOException {
        byte[] copy = line.copy();
        int copies = random.between(1, COPIES_MAX);
        for (int count = 0; count < copies; count++) {
            put(random.below(files.size()), copy);
        }
        duplicates += copies - 1;
    }

    @Override
    public void deliverLast(byte[] line) throws IOException {
        last.write(line);
    }

    @Override
    public long duplicates() {
        return duplicates;
    }

    @Override
    public void close() throws IOException {
        for (int index = 0; index < files.size(); index++) {
            while (!waiting.get(index).isEmpty()) {
                writeAny(index);
            }
            files.get(index).close();
        }
        last.close();
    }

    private void put(int index, byte[] line) throws IOException {
        if (waiting.get(index).size() == LINES_MIXED) {
            writeAny(index);
        }
        waiting.get(index).add(line);
    }

    private void writeAny(int index) throws IOException {
        List<byte[]> lines = waiting.get(index);
        int chosen = random.below(lines.size());
        byte[] line = lines.get(chosen);
        lines.set(chosen, lines.get(lines.size() - 1));
        lines.remove(lines.size() - 1);
        files.get(index).write(line);
    }
}
