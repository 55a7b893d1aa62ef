package dev.comanda.batch.cli;

import dev.comanda.batch.ComandaBatch;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application behind a command: started when a command needs it, ended with it. */
final class Platform implements AutoCloseable {

    /** Set here and not in a file of the class path, which would hide that of the web application. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.batch.job.enabled", "false",
            "spring.batch.jdbc.initialize-schema", "always",
            "spring.main.banner-mode", "off",
            "logging.config", "classpath:logback-command-line.xml",
            "logging.level.dev.comanda", "info",
            "logging.level.dev.comanda.batch.ComandaBatch", "warn",
            // A command says in one line why it could not start.
            "logging.level.org.springframework.boot.diagnostics", "off",
            "logging.level.org.springframework.context.annotation", "error");

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform start() {
        return new Platform(new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .properties(DEFAULTS)
                .run(Settings.given()));
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
