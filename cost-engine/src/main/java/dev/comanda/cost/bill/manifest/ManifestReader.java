package dev.comanda.cost.bill.manifest;

import dev.comanda.cost.bill.Manifest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data Exports name their files in {@code dataFiles} as S3 addresses, legacy reports in {@code reportKeys} as keys (AWS, "Data
 * Exports delivery" and "Cost and Usage Report manifest").
 */
public final class ManifestReader {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DateTimeFormatter LEGACY_DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int LEGACY_DAY_LENGTH = 8;

    private ManifestReader() {}

    /** @throws UnreadableManifestException with the rest of a sentence that begins with the manifest's name */
    public static Manifest read(byte[] json) {
        JsonNode root = parse(json);
        if (root.has("dataFiles")) {
            return new Manifest(
                    text(root, "exportName"),
                    month(root.path("billingPeriod").asString("")),
                    files(root.get("dataFiles"), "dataFiles"));
        }
        if (root.has("reportKeys")) {
            return new Manifest(
                    text(root, "reportName"),
                    legacyMonth(root.path("billingPeriod").path("start").asString("")),
                    files(root.get("reportKeys"), "reportKeys"));
        }
        throw new UnreadableManifestException("names no files: it has neither dataFiles nor reportKeys");
    }

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new UnreadableManifestException("is no JSON: " + e.getOriginalMessage());
        }
        throw new UnreadableManifestException("is no manifest: a JSON object is expected");
    }

    private static String text(JsonNode root, String name) {
        String value = root.path(name).asString("");
        if (value.isBlank()) {
            throw new UnreadableManifestException("has no " + name);
        }
        return value;
    }

    private static List<String> files(JsonNode list, String name) {
        List<String> files = new ArrayList<>();
        for (JsonNode each : list) {
            if (!each.isString() || each.asString().isBlank()) {
                throw new UnreadableManifestException("names a file in " + name + " that is no text");
            }
            files.add(each.asString());
        }
        if (files.isEmpty()) {
            throw new UnreadableManifestException("names no file in " + name);
        }
        return files;
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.isEmpty() ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable YearMonth legacyMonth(String text) {
        if (text.length() < LEGACY_DAY_LENGTH) {
            return null;
        }
        try {
            return YearMonth.from(LEGACY_DAY.parse(text.substring(0, LEGACY_DAY_LENGTH)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
