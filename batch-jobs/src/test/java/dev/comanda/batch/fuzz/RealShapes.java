package dev.comanda.batch.fuzz;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormat;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.batch.readers.formats.Samples;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Small files of each kind: those of the tests, the simulator's, and the real ones where they lie beside the project. */
final class RealShapes {

    private static final int ORDERS = 40;
    private static final int LARGEST = 8 * 1024;
    private static final int MOST_LINES = 16;
    private static final int MOST_FILES = 12;
    private static final Path SHARED = Path.of(System.getProperty("comanda.shared", "../../shared"));
    private static final Pattern EVENT_TYPE = Pattern.compile("\"type\":\"([a-z.0-9]+)\"");

    private final Map<FileFormat, List<byte[]>> files = new EnumMap<>(FileFormat.class);
    private final Map<String, String> eventsByType = new TreeMap<>();

    private RealShapes() {}

    /** @param folder an empty one */
    static RealShapes in(Path folder) throws IOException {
        RealShapes shapes = new RealShapes();
        for (FileFormat format : FileFormat.values()) {
            shapes.add(format, Samples.of(format).getBytes(StandardCharsets.UTF_8));
        }
        Path simulated = folder.resolve("inbox");
        MarketplaceSimulator.simulate(LocalDate.of(2026, 10, 14), ORDERS, 3, simulated);
        shapes.addAll(simulated);
        shapes.addAll(SHARED.resolve("examples/night/inbox"));
        shapes.addAll(SHARED.resolve("data"));
        return shapes;
    }

    List<byte[]> of(FileFormat format) {
        List<byte[]> all = files.getOrDefault(format, List.of());
        return all.subList(0, Math.min(MOST_FILES, all.size()));
    }

    /** A feed with an event of each type. */
    byte[] events() {
        return (String.join("\n", eventsByType.values()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Where a file of the format lies in an inbox. */
    static String pathOf(FileFormat format) {
        return switch (format) {
            case ADYEN -> "psp/adyen/file.csv";
            case STRIPE -> "psp/stripe/file.csv";
            case DLOCAL -> "psp/dlocal/file.csv";
            case PIX -> "psp/pix/file.json";
            case CAMT053 -> "bank/file.xml";
            case MT940 -> "bank/file.sta";
            case OFX -> "bank/file.ofx";
            case CNAB240 -> "bank/cnab/file.ret";
        };
    }

    private void addAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                add(folder.relativize(file).toString().replaceFirst("^bank/cnab\\d+/", "bank/cnab/"), file);
            }
        }
    }

    private void add(String path, Path file) throws IOException {
        if (path.startsWith("events/") && path.endsWith(".ndjson")) {
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(this::addEvent);
        } else if (FileFormats.isKnownFolder(path)) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                add(FileFormats.of(path, new ByteArrayInputStream(bytes)), bytes);
            } catch (UnreadableFileException e) {
                // Of a format that is none of ours; what is refused as a whole teaches the fuzzing nothing.
            }
        }
    }

    private void addEvent(String line) {
        Matcher type = EVENT_TYPE.matcher(line);
        if (type.find()) {
            eventsByType.putIfAbsent(type.group(1), line);
        }
    }

    private void add(FileFormat format, byte[] bytes) {
        if (bytes.length <= LARGEST) {
            files.computeIfAbsent(format, each -> new ArrayList<>()).add(bytes);
        } else if (format == FileFormat.ADYEN || format == FileFormat.STRIPE || format == FileFormat.DLOCAL) {
            files.computeIfAbsent(format, each -> new ArrayList<>()).add(firstLines(bytes));
        }
    }

    private static byte[] firstLines(byte[] bytes) {
        int lines = 0;
        int length = 0;
        while (length < bytes.length && lines < MOST_LINES) {
            lines += bytes[length++] == '\n' ? 1 : 0;
        }
        return java.util.Arrays.copyOf(bytes, length);
    }
}
