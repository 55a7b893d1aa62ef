package dev.comanda.batch.cli;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The log of a command that starts no application: warnings, on standard error. */
final class QuietLog {

    private QuietLog() {}

    static void begin() {
        LoggingSystem.get(QuietLog.class.getClassLoader())
                .initialize(
                        new LoggingInitializationContext(new StandardEnvironment()),
                        "classpath:logback-command-line.xml",
                        null);
    }
}
