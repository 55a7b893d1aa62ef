package dev.comanda.batch.cost;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** An export that overwrites its three files, in place or by a rename, as AWS does: in any order, the manifest last, hours apart. */
final class OverwrittenBill {

    /** What each of its two deliveries comes to; any mixture of them comes to something else. */
    static final List<String> TOTALS = List.of("7.000000000000", "70.000000000000");

    private static final int CHUNKS = 3;
    private static final int DELIVERIES = 6;
    private static final Duration APART = Duration.ofHours(6);
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final WrittenBill bill;
    private final Path elsewhere;
    private final Random random;
    private final List<List<byte[]>> contents = new ArrayList<>();
    private final Semaphore imports = new Semaphore(0);
    private Instant time = Instant.parse("2026-09-01T04:00:00Z");
    private int deliveries;

    OverwrittenBill(Path folder, long seed) throws IOException, SQLException {
        bill = new WrittenBill(folder);
        elsewhere = Files.createDirectories(folder.resolveSibling("elsewhere"));
        random = new Random(seed);
        for (int cost : new int[] {1, 10}) {
            List<byte[]> chunks = new ArrayList<>();
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                Path file = elsewhere.resolve("chunk");
                WrittenBill.write(
                        "select * replace (%d::double as line_item_unblended_cost) from (%s) limit 1"
                                .formatted(cost << chunk, WrittenBill.ROWS),
                        file);
                chunks.add(Files.readAllBytes(file));
            }
            contents.add(chunks);
        }
    }

    Path folder() {
        return bill.folder();
    }

    void imported() {
        imports.drainPermits();
        imports.release();
    }

    String lastTotal() {
        return TOTALS.get((deliveries - 1) % TOTALS.size());
    }

    void overwriteAgainAndAgain() throws IOException, InterruptedException {
        while (deliveries < DELIVERIES) {
            deliver();
            awaitImports(2);
        }
    }

    void deliver() throws IOException, InterruptedException {
        List<byte[]> content = contents.get(deliveries++ % contents.size());
        time = time.plus(APART);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(order, random);
        for (int chunk : order) {
            put(bill.chunk(chunk + 1), content.get(chunk), time);
            if (deliveries > 1 && random.nextBoolean()) {
                awaitImports(1);
            }
        }
        put(bill.manifest(), bill.manifestText(CHUNKS).getBytes(StandardCharsets.UTF_8), time.plus(WRITING));
    }

    /** So that an import has seen what lies there from its begin to its end. */
    private void awaitImports(int whole) throws InterruptedException {
        imports.drainPermits();
        for (int each = 0; each <= whole; each++) {
            imports.acquire();
        }
    }

    private void put(Path file, byte[] content, Instant written) throws IOException {
        Files.createDirectories(file.getParent());
        if (random.nextBoolean()) {
            Path whole = Files.write(elsewhere.resolve("whole"), content);
            Files.setLastModifiedTime(whole, FileTime.from(written));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            int half = content.length / 2;
            out.write(content, 0, half);
            for (int times = random.nextInt(100_000); times > 0; times--) {
                Thread.onSpinWait();
            }
            out.write(content, half, content.length - half);
        }
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
