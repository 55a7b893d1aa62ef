package dev.comanda.batch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormat;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.batch.readers.formats.Samples;
import dev.comanda.ops.testing.fuzz.CountedLines;
import dev.comanda.ops.testing.fuzz.DamagedLine;
import dev.comanda.ops.testing.fuzz.Endless;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged file of a provider or a bank is read or refused, record by record, and nothing else happens. */
@Tag("torture")
class FileReadersFuzzTest {

    /** Of which every line below the first is a record, unless it holds a quote. */
    private static final Set<FileFormat> TITLED = EnumSet.of(FileFormat.ADYEN, FileFormat.STRIPE);

    private static final Map<FileFormat, String> RECORD_STARTS = Map.of(
            FileFormat.CAMT053, "<Ntry>", FileFormat.OFX, "<STMTTRN>", FileFormat.PIX, "{\"endToEndId\": \"E1\"");
    private static final Map<FileFormat, String> RECORD_ENDS =
            Map.of(FileFormat.CAMT053, "</Ntry>", FileFormat.OFX, "</STMTTRN>", FileFormat.PIX, "},");

    @TempDir
    private static Path folder;

    private static RealShapes shapes;

    @BeforeAll
    static void collect() throws IOException {
        shapes = RealShapes.in(folder);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aDamagedFileIsReadOrRefusedRecordByRecord(FileFormat format) {
        Fuzzing.Outcomes outcomes =
                Fuzzing.run(format.wireName(), shapes.of(format), in -> read(RealShapes.pathOf(format), in));

        assertThat(outcomes.refused()).isPositive();
        assertThat(outcomes.clean() + outcomes.damaged()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"ADYEN", "STRIPE", "DLOCAL"})
    void oneDamagedLineConcernsNoOther(FileFormat format) {
        byte[] sample = Samples.of(format).getBytes(StandardCharsets.UTF_8);
        int first = format == FileFormat.DLOCAL ? 4 : 2;

        DamagedLine.concernsNoOther(format.wireName(), sample, first, in -> read(RealShapes.pathOf(format), in));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aFileThatOutgrowsTheMemoryComesToAnEnd(FileFormat format) throws IOException {
        byte[] sample = Samples.of(format).getBytes(StandardCharsets.UTF_8);
        byte[] beginning = Arrays.copyOf(sample, sample.length * 4 / 5);
        readToTheEnd(format, Endless.line(beginning, "x"));
        readToTheEnd(format, records(format));
        readToTheEnd(format, Endless.scraps(beginning, "\n"));
        readToTheEnd(format, Endless.scraps(beginning, "\"x\n"));
    }

    private static Endless records(FileFormat format) {
        String sample = Samples.of(format);
        int from = sample.indexOf(RECORD_STARTS.getOrDefault(format, sample));
        String end = RECORD_ENDS.getOrDefault(format, "");
        int until = end.isEmpty() ? sample.length() : sample.indexOf(end, from) + end.length();
        return Endless.records(
                sample.substring(0, from).getBytes(StandardCharsets.UTF_8),
                sample.substring(from, until).getBytes(StandardCharsets.UTF_8));
    }

    private static void readToTheEnd(FileFormat format, Endless file) throws IOException {
        ForgetfulSink sink = new ForgetfulSink();
        try (InputStream in = new BufferedInputStream(file, FileFormats.LOOK_AHEAD)) {
            RecordReader reader = FileFormats.of(RealShapes.pathOf(format), in).reader();
            assertThat(reader.read(in, sink).rejected()).isEqualTo(sink.rejected());
        } catch (UnreadableFileException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static Reading read(String path, InputStream in) throws IOException {
        CountedLines lines = new CountedLines(in);
        try (InputStream buffered = new BufferedInputStream(lines, FileFormats.LOOK_AHEAD)) {
            FileFormat format = FileFormats.of(path, buffered);
            Records records = Records.of(format.reader(), buffered);
            if (TITLED.contains(format) && lines.isPlain()) {
                assertThat(records.counts.read())
                        .as("the lines below the title row")
                        .isEqualTo(lines.notBlank() - 1);
            }
            return RecordsAsReading.of(records);
        } catch (UnreadableFileException e) {
            return Reading.refused(e.getMessage());
        }
    }
}
