package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The settings that this process was given on its command line, for the application that a command starts. */
final class Settings {

    private static final String FILE = "--comanda.config=";
    private static final Pattern KNOWN = Pattern.compile(".*\\.(yaml|yml|properties)", Pattern.DOTALL);

    private static volatile List<String> given = List.of();

    private Settings() {}

    static void use(List<String> settings) {
        given = List.copyOf(settings);
    }

    /** The settings; {@code --comanda.config=FILE} becomes what Spring reads further settings from. */
    static String[] given() {
        return given.stream().map(Settings::forSpring).toArray(String[]::new);
    }

    private static String forSpring(String setting) {
        if (!setting.startsWith(FILE)) {
            return setting;
        }
        Path file = Path.of(setting.substring(FILE.length()));
        if (!Files.isReadable(file)
                || Files.isDirectory(file)
                || !KNOWN.matcher(file.toString()).matches()) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "--comanda.config " + file + " is no file that can be read; name a .yaml or .properties file");
        }
        return "--spring.config.additional-location=" + file.toAbsolutePath().toUri();
    }
}
