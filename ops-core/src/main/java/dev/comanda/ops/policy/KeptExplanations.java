package dev.comanda.ops.policy;

import java.io.StringWriter;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The sentences of one version of a policy, by language and row, as they are kept beside the decisions: a decision is explained in the
 * words of its time, whatever the policy says today.
 *
 * @param sentences by {@code <language> <policy>.<row>}
 */
public record KeptExplanations(SortedMap<String, String> sentences) {

    private static final JsonFactory JSON = new JsonFactory();

    public KeptExplanations {
        sentences = Collections.unmodifiableSortedMap(new TreeMap<>(sentences));
    }

    /** The sentence of the row that fired; in Portuguese where there is none in the language. */
    Optional<String> sentence(Verdict verdict, Locale locale) {
        String row = " " + verdict.policy() + "." + verdict.row();
        return Optional.ofNullable(sentences.get(locale.getLanguage() + row))
                .or(() -> Optional.ofNullable(sentences.get("pt" + row)));
    }

    /** As one flat JSON object with sorted keys. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            sentences.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Reads {@link #toJson()}. */
    public static KeptExplanations fromJson(String text) {
        TreeMap<String, String> sentences = new TreeMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                sentences.put(key, json.getString());
            }
        }
        return new KeptExplanations(sentences);
    }
}
