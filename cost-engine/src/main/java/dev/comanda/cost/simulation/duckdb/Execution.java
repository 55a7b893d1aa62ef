package dev.comanda.cost.simulation.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One delivery of a period.
 *
 * @param data the folder of its files
 * @param metadata the folder of its own manifest
 * @param current the folder of the manifest that says which execution counts
 */
record Execution(UUID id, YearMonth period, Path data, Path metadata, Path current) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String BUCKET = "s3://comanda-billing/" + ExportFolder.NAME + "/data/";

    /** The file of a number, from 1 on. */
    Path file(int number) {
        return data.resolve("%s-%05d.snappy.parquet".formatted(ExportFolder.NAME, number));
    }

    /** Writes the manifest, which makes the files a delivery; the one that counts is replaced in one step. */
    void commit(List<Path> files) throws IOException {
        byte[] manifest = MAPPER.writeValueAsBytes(manifest(files));
        Path own = Files.write(metadata.resolve(ExportFolder.MANIFEST), manifest);
        Path beside = Files.copy(
                own, current.resolve("." + ExportFolder.MANIFEST + ".unfinished"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, current.resolve(ExportFolder.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, Object> manifest(List<Path> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("exportArn", "arn:aws:bcm-data-exports:us-east-1:100000000000:export/" + ExportFolder.NAME);
        manifest.put("exportName", ExportFolder.NAME);
        manifest.put("executionId", id.toString());
        manifest.put("table", "COST_AND_USAGE_REPORT");
        manifest.put("contentType", "Parquet");
        manifest.put("compression", "PARQUET");
        manifest.put("billingPeriod", period.toString());
        manifest.put("dataFiles", files.stream().map(this::key).toList());
        manifest.put("additionalOutputFiles", List.of());
        return manifest;
    }

    private String key(Path file) {
        return BUCKET + "BILLING_PERIOD=" + period + "/" + data.getFileName() + "/" + file.getFileName();
    }
}
