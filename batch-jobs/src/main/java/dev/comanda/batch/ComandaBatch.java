package dev.comanda.batch;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command line of the platform; one call is one command, and its exit status says how it ended. */
@SpringBootApplication
public class ComandaBatch {

    private static final String USAGE = "Usage: java -jar batch-jobs-exec.jar COMMAND [options]";

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
