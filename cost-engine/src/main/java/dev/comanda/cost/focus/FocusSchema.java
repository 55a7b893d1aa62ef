package dev.comanda.cost.focus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a dataset says of itself (FOCUS 1.2, "Metadata"). */
public final class FocusSchema {

    /** The version of the specification. */
    public static final String FOCUS_VERSION = "1.2";

    /** When {@link FocusDataset#VERSION} came to be: the same for all datasets of it. */
    private static final String CREATED = "2026-11-28T00:00:00Z";

    private static final int DIGITS = 38;
    private static final int SCALE_OF_AMOUNTS = 12;
    private static final int SCALE_OF_PRICES = 18;

    /** How keys of tags begin that AWS gave. */
    private static final List<String> PROVIDER_TAG_PREFIXES = List.of("aws:", "aws_");

    private FocusSchema() {}

    /** The same for the same columns. */
    public static String id() {
        String columns = FocusColumn.all().stream()
                .map(each -> each.name() + " " + each.kind())
                .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(
                        (FOCUS_VERSION + "/" + FocusDataset.VERSION + "/" + columns).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The schema, as JSON has it. */
    public static Map<String, Object> definition() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("SchemaId", id());
        schema.put("FocusVersion", FOCUS_VERSION);
        schema.put("CreationDate", CREATED);
        schema.put("DataGeneratorVersion", FocusDataset.VERSION);
        schema.put(
                "ColumnDefinition",
                FocusColumn.all().stream().map(FocusSchema::definition).toList());
        return schema;
    }

    private static Map<String, Object> definition(FocusColumn column) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("ColumnName", column.name());
        switch (column.kind()) {
            case TEXT -> {
                definition.put("DataType", "STRING");
                definition.put("StringEncoding", "UTF-8");
            }
            case JSON -> definition.put("DataType", "JSON");
            case MOMENT -> definition.put("DataType", "DATETIME");
            case AMOUNT -> decimal(definition, SCALE_OF_AMOUNTS);
            case PRICE -> decimal(definition, SCALE_OF_PRICES);
        }
        if (column.name().equals("Tags")) {
            definition.put("ProviderTagPrefixes", PROVIDER_TAG_PREFIXES);
        }
        return definition;
    }

    private static void decimal(Map<String, Object> definition, int scale) {
        definition.put("DataType", "DECIMAL");
        definition.put("NumericPrecision", DIGITS);
        definition.put("NumberScale", scale);
    }
}
