package dev.comanda.batch.fuzz;

import dev.comanda.batch.readers.formats.FileFormat;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.testing.fuzz.Damage;
import dev.comanda.ops.testing.fuzz.Packed;
import dev.comanda.ops.testing.fuzz.Seeds;
import dev.comanda.ops.testing.fuzz.Torture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Damaged files of every folder of an inbox, and right ones that tell of other orders than any of them. */
final class InboxInputs {

    private static final String NAME = "inbox";
    private static final String FEED = "events/file.ndjson";

    private static final LocalDate ANOTHER_DAY = LocalDate.of(2026, 11, 18);
    private static final int ORDERS = 12;
    private static final long ANOTHER_SEED = 5;

    /** Half of the damaged files are read before the right ones of their folder, half after them. */
    private static final List<String> NAMES = List.of("a%05d", "z%05d");

    private final Map<String, Damage> damageByFolder = new TreeMap<>();
    private final List<InboxInput> right = new ArrayList<>();

    private InboxInputs() {}

    /** @param folder an empty one */
    static InboxInputs in(Path folder) throws IOException {
        InboxInputs inputs = new InboxInputs();
        RealShapes shapes = RealShapes.in(folder.resolve("shapes"));
        inputs.damageByFolder.put(FEED, new Damage(feeds(shapes.events())));
        for (FileFormat format : FileFormat.values()) {
            inputs.damageByFolder.put(RealShapes.pathOf(format), new Damage(shapes.of(format)));
        }
        inputs.addRight(folder.resolve("right"));
        return inputs;
    }

    private static List<byte[]> feeds(byte[] events) {
        List<byte[]> feeds = new ArrayList<>(List.of(events, Packed.gzip(events)));
        new String(events, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> feeds.add(line.getBytes(StandardCharsets.UTF_8)));
        return feeds;
    }

    private void addRight(Path inbox) throws IOException {
        MarketplaceSimulator.simulate(ANOTHER_DAY, ORDERS, ANOTHER_SEED, inbox);
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                right.add(new InboxInput(inbox.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
    }

    /** Files that nothing is wrong with. */
    List<InboxInput> right() {
        return List.copyOf(right);
    }

    /** The files of a number and those after it, each as it is whatever comes with it. */
    List<InboxInput> damaged(int from, int until) {
        List<InboxInput> damaged = new ArrayList<>();
        for (int input = from; input < until; input++) {
            Random random = Torture.random(NAME, input);
            List<String> folders = List.copyOf(damageByFolder.keySet());
            String folder = folders.get(random.nextInt(folders.size()));
            byte[] bytes = Objects.requireNonNull(damageByFolder.get(folder)).next(random);
            damaged.add(new InboxInput(named(folder, input), bytes));
        }
        return damaged;
    }

    /** What broke a law once, of this test and of the readers by themselves. */
    List<InboxInput> brokeOnce() throws IOException {
        List<InboxInput> all = new ArrayList<>();
        addSeeds(FEED, "events", all);
        for (FileFormat format : FileFormat.values()) {
            addSeeds(RealShapes.pathOf(format), format.wireName(), all);
        }
        for (String folder : damageByFolder.keySet()) {
            addSeeds(folder, seedsOf(folder), all);
        }
        return all;
    }

    private static void addSeeds(String folder, String reader, List<InboxInput> all) throws IOException {
        for (Path seed : Seeds.of(reader).all()) {
            all.add(new InboxInput(named(folder, all.size()), Files.readAllBytes(seed)));
        }
    }

    /** Where the file is kept, so that each run reads it again. */
    static Path keep(InboxInput input) {
        String folder = input.path().replaceFirst("[az]\\d+", "file");
        return Seeds.of(seedsOf(folder)).keep(input.bytes());
    }

    private static String named(String folder, int number) {
        return folder.replace("file", NAMES.get(number % NAMES.size()).formatted(number));
    }

    private static String seedsOf(String folder) {
        return NAME + "-" + String.join("-", Arrays.asList(folder.split("[/.]")));
    }
}
