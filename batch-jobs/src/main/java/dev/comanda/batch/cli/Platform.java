package dev.comanda.batch.cli;

import dev.comanda.batch.ComandaBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The application behind a command: started when a command needs it, ended with it. */
final class Platform implements AutoCloseable {

    /** Set here and not in a file of the class path, which would hide that of the web application. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.batch.job.enabled", "false",
            "comanda.worker", "false",
            "spring.batch.jdbc.initialize-schema", "always",
            "spring.main.banner-mode", "off",
            "logging.config", "classpath:logback-command-line.xml",
            "logging.level.dev.comanda", "info",
            "logging.level.dev.comanda.batch.ComandaBatch", "warn",
            // A command says in one line why it could not start.
            "logging.level.org.springframework.boot.diagnostics", "off",
            "logging.level.org.springframework.boot.SpringApplication", "off",
            "logging.level.org.springframework.context.annotation", "error");

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform start() {
        return start(List.of());
    }

    /** @param further settings of the command itself, which win over those that the process was given */
    static Platform start(List<String> further) {
        List<String> settings = new ArrayList<>(List.of(Settings.given()));
        settings.addAll(further);
        return new Platform(new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .properties(DEFAULTS)
                .run(settings.toArray(String[]::new)));
    }

    /** Waits until the process is told to end. */
    void awaitEnd() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        context.addApplicationListener((ContextClosedEvent event) -> ended.countDown());
        ended.await();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
