package dev.comanda.batch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.formats.FileFormat;
import dev.comanda.batch.readers.formats.Samples;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines without an end, in the packaged program with little memory: the night goes on, and says what it left out. */
class EndlessLinesIT {

    private static final Path JAR = Path.of("target", "batch-jobs-exec.jar");
    private static final long GIBIBYTE = 1L << 30;
    private static final long MORE_THAN_ALL_MEMORY = 300L << 20;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void aNightWithLinesOfAGibibyteEndsWellWithAQuarterOfThatMemory() throws Exception {
        String stripe = Samples.of(FileFormat.STRIPE);
        sparse("events/plain.ndjson", "no event\n", GIBIBYTE);
        gzip("events/zipped.ndjson.gz", GIBIBYTE);
        sparse("psp/stripe/quote.csv", stripe + "\"", GIBIBYTE);
        sparse("bank/field.sta", Samples.of(FileFormat.MT940) + ":86:", MORE_THAN_ALL_MEMORY);
        sparse("bank/text.ofx", Samples.of(FileFormat.OFX) + "<MEMO>", MORE_THAN_ALL_MEMORY);
        sparse("bank/cnab/line", Samples.of(FileFormat.CNAB240), MORE_THAN_ALL_MEMORY);

        JsonNode night = night();

        assertThat(night.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(counts(night, "events/plain.ndjson")).isEqualTo("accepted 0, rejected 2");
        assertThat(counts(night, "events/zipped.ndjson.gz")).isEqualTo("accepted 0, rejected 1");
        assertThat(counts(night, "psp/stripe/quote.csv")).isEqualTo("accepted 3, rejected 1");
        assertThat(counts(night, "bank/cnab/line")).isEqualTo("accepted 2, rejected 1");
        assertThat(source(night, "bank/field.sta").get("error").asString()).contains("bank/field.sta", "line");
        assertThat(source(night, "bank/text.ofx").get("error").asString()).contains("bank/text.ofx", "line");
    }

    private JsonNode night() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "nightly",
                        "--date",
                        "2026-10-14",
                        "--inbox",
                        folder.resolve("inbox").toString(),
                        "--json",
                        "--comanda.data-dir=" + folder.resolve("data"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().put("SPRING_DATASOURCE_URL", postgres.database().jdbcUrl());
        process.environment()
                .put("SPRING_DATASOURCE_USERNAME", postgres.database().user());
        process.environment()
                .put("SPRING_DATASOURCE_PASSWORD", postgres.database().password());
        int status = process.start().waitFor();
        assertThat(status).as(Files.readString(err)).isZero();
        return JsonMapper.shared().readTree(Files.readString(out));
    }

    private static JsonNode source(JsonNode night, String name) {
        for (JsonNode source : night.get("sources")) {
            if (source.get("name").asString().equals(name)) {
                return source;
            }
        }
        throw new AssertionError(name + " was not read");
    }

    private static String counts(JsonNode night, String name) {
        JsonNode source = source(night, name);
        return "accepted %d, rejected %d"
                .formatted(
                        source.get("accepted").asLong(), source.get("rejected").asLong());
    }

    /** A file that has a start and then nothing but NULs, which take no room. */
    private void sparse(String name, String start, long size) throws IOException {
        Path path = folder.resolve("inbox").resolve(name);
        Files.createDirectories(path.getParent());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(start.getBytes(StandardCharsets.UTF_8));
            file.setLength(size);
        }
    }

    private void gzip(String name, long size) throws IOException {
        Path path = folder.resolve("inbox").resolve(name);
        byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path), 1 << 16)) {
            for (long written = 0; written < size; written += letters.length) {
                out.write(letters);
            }
        }
    }
}
