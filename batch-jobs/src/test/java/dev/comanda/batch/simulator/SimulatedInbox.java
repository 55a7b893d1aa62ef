package dev.comanda.batch.simulator;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** An inbox on disk, as the tests look at it. */
final class SimulatedInbox {

    private final Path inbox;
    private final DocumentContext expected;

    SimulatedInbox(Path inbox, Path expectations) throws IOException {
        this.inbox = inbox;
        this.expected = JsonPath.parse(Files.readString(expectations));
    }

    List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> inbox.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    List<String> paths(String prefix) throws IOException {
        return paths().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    SortedMap<String, String> digests(String prefix) throws IOException, NoSuchAlgorithmException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String path : paths(prefix)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(inbox.resolve(path)));
            digests.put(path, HexFormat.of().formatHex(digest));
        }
        return digests;
    }

    List<String> lines(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(inbox.resolve(path));
        if (path.endsWith(".gz")) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unpacked.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** All different lines of the event files but the last one, which holds what is no event. */
    Set<String> distinctEvents() throws IOException {
        Set<String> events = new TreeSet<>();
        for (String path : paths("events/")) {
            if (!path.equals(DailyDelivery.LAST_FILE)) {
                events.addAll(lines(path));
            }
        }
        return events;
    }

    List<String> breakTypes() {
        return expected.read("$.reconciliations.*.breaks[*].type");
    }

    List<String> references() {
        List<String> references = expected.read("$.reconciliations.*.breaks[*].left[*]");
        List<String> right = expected.read("$.reconciliations.*.breaks[*].right[*]");
        return Stream.concat(references.stream(), right.stream()).toList();
    }

    Set<String> rules(Reconciliation reconciliation) {
        return expected.<Map<String, Object>>read("$.reconciliations." + reconciliation.wireName() + ".matched")
                .keySet();
    }

    int inTransit(Reconciliation reconciliation, String side) {
        return expected.read("$.reconciliations." + reconciliation.wireName() + ".inTransit." + side);
    }

    List<String> brokenLaws() {
        return expected.read("$.findings[*].law");
    }

    List<String> findingReferences() {
        return expected.read("$.findings[*].ref");
    }

    int events(String count) {
        return expected.read("$.events." + count);
    }
}
