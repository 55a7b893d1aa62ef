package dev.comanda.ops.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sentences in three languages, by key. Whoever reads another language gets Portuguese. */
final class PolicyTexts {

    /** By language, with the ending of its file. */
    static final Map<String, String> LANGUAGES = Map.of("pt", "", "en", "_en", "es", "_es");

    static final PolicyTexts EXPLANATIONS = new PolicyTexts("policies");
    static final PolicyTexts PROBLEMS = new PolicyTexts("problems");

    private final Map<String, Properties> texts = new TreeMap<>();

    private PolicyTexts(String name) {
        LANGUAGES.forEach((language, ending) -> texts.put(language, load(name + ending + ".properties")));
    }

    String of(String key, Locale locale) {
        Properties language = texts.containsKey(locale.getLanguage()) ? of(locale.getLanguage()) : of("pt");
        String text = language.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no sentence for " + key + " in " + locale);
        }
        return text;
    }

    Set<String> keys(String language) {
        return of(language).stringPropertyNames();
    }

    /** All sentences whose keys begin so, in all languages, sorted. */
    SortedMap<String, String> below(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        texts.forEach((language, sentences) -> sentences.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(language + " " + key, sentences.getProperty(key))));
        return found;
    }

    private Properties of(String language) {
        return Objects.requireNonNull(texts.get(language), language);
    }

    private static Properties load(String name) {
        try (InputStream file = PolicyTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " did not come along");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
