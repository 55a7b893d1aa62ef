package dev.comanda.batch.torture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** A clock that somebody sets an hour forward or back, again and again, whenever it is asked. */
final class SteppingClock extends Clock {

    private static final int EVERY = 3;

    private final Random random;
    private Instant now;
    private int steps;

    SteppingClock(Instant begin, Random random) {
        this.now = begin;
        this.random = random;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(random.nextInt(1000));
        if (random.nextInt(EVERY) == 0) {
            steps++;
            now = now.plus(random.nextBoolean() ? Duration.ofHours(1) : Duration.ofHours(-1));
        }
        return now;
    }

    /** How often it was set. */
    synchronized int steps() {
        return steps;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
