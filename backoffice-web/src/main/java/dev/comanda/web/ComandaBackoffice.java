package dev.comanda.web;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The backoffice as a web application. */
@SpringBootApplication
public class ComandaBackoffice {

    private static final String DEMO = "--demo";

    /** What people ask for in a demo reads the demo's files, unless they say otherwise. */
    private static final Map<String, Object> DEMO_SETTINGS =
            Map.of("comanda.inbox", "${comanda.data-dir:data}/demo-inbox");

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ComandaBackoffice.class);
        if (Arrays.asList(arguments).contains(DEMO)) {
            application.setDefaultProperties(DEMO_SETTINGS);
        }
        application.run(Arrays.stream(arguments)
                .map(argument -> argument.equals(DEMO) ? "--comanda.demo=true" : argument)
                .toArray(String[]::new));
    }
}
