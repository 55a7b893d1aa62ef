package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

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

    /** Read once before the application reads it, which would say a page of log where one line is enough. */
    private static void refuseMalformed(Path file) {
        if (file.toString().endsWith(".properties")) {
            return;
        }
        try {
            new YamlPropertySourceLoader().load("settings", new FileSystemResource(file));
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "--comanda.config " + file + " is no YAML: " + reason, e);
        }
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
        refuseMalformed(file);
        return "--spring.config.additional-location=" + file.toAbsolutePath().toUri();
    }
}
