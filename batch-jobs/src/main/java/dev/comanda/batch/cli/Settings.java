package dev.comanda.batch.cli;

import java.util.List;

/** The settings that this process was given on its command line, for the application that a command starts. */
final class Settings {

    private static volatile List<String> given = List.of();

    private Settings() {}

    static void use(List<String> settings) {
        given = List.copyOf(settings);
    }

    static String[] given() {
        return given.toArray(String[]::new);
    }
}
