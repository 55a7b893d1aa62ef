package dev.comanda.ops.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Java of this JVM for processes that live for seconds: what they save at their start is worth more than what they lose later. */
public final class ShortLivedJava {

    private ShortLivedJava() {}

    /** The command that starts it. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
