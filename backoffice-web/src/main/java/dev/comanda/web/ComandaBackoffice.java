package dev.comanda.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The backoffice as a web application. */
@SpringBootApplication
public class ComandaBackoffice {

    public static void main(String[] arguments) {
        SpringApplication.run(ComandaBackoffice.class, arguments);
    }
}
