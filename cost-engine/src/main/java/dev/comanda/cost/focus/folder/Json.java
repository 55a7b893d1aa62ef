package dev.comanda.cost.focus.folder;

import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.focus.FocusSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files that describe datasets. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Puts it in the place of the one before, in one step. */
    static void write(Path file, Map<String, Object> content) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path unfinished = parent.resolve("." + file.getFileName() + ".unfinished");
        Files.writeString(unfinished, MAPPER.writeValueAsString(content) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The manifest of AWS's exports, and what is in the files beside. */
    static Map<String, Object> manifest(YearMonth period, String id, List<String> files, Written written) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("exportName", "focus");
        manifest.put("executionId", id);
        manifest.put("table", "FOCUS_1_2");
        manifest.put("FocusVersion", FocusSchema.FOCUS_VERSION);
        manifest.put("SchemaId", FocusSchema.id());
        manifest.put("contentType", "Parquet");
        manifest.put("billingPeriod", period.toString());
        manifest.put("dataFiles", files);
        manifest.put("rows", written.rows());
        manifest.put("BilledCost", written.billed().toPlainString());
        manifest.put("EffectiveCost", written.effective().toPlainString());
        manifest.put("ListCost", written.list().toPlainString());
        return manifest;
    }
}
