package dev.comanda.batch;

import dev.comanda.batch.cli.Comanda;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command line of the platform; one call is one command, and its exit status says how it ended. */
@SpringBootApplication
public class ComandaBatch {

    public static void main(String[] arguments) {
        System.exit(Comanda.run(arguments));
    }
}
