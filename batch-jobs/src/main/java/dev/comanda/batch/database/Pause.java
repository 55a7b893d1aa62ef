package dev.comanda.batch.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waiting for another process, which has no way to wake us. */
final class Pause {

    private Pause() {}

    static void ofASecond() throws IOException {
        of(1000);
    }

    static void ofAMoment() throws IOException {
        of(100);
    }

    private static void of(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
