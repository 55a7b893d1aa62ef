package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with an object for each row; amounts are texts, which no reader rounds. */
final class JsonOutput {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonOutput() {}

    static void write(@Nullable Path output, Writer standardOutput, String[] header, Consumer<Rows> content) {
        WholeFile.write(output, standardOutput, writer -> {
            try (JsonGenerator json = MAPPER.createGenerator(writer)) {
                json.writeStartArray();
                content.accept(cells -> row(json, header, cells));
                json.writeEndArray();
            }
            writer.write("\n");
        });
    }

    private static void row(JsonGenerator json, String[] header, @Nullable Object[] cells) {
        json.writeStartObject();
        for (int each = 0; each < header.length; each++) {
            json.writeStringProperty(header[each], cells[each] == null ? "" : String.valueOf(cells[each]));
        }
        json.writeEndObject();
    }
}
