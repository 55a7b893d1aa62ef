package dev.comanda.batch.cli;

import dev.comanda.batch.ComandaBatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application behind a command: started when a command needs it, ended with it. */
final class Platform implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform start() {
        return new Platform(new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
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
