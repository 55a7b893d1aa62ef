package dev.comanda.batch.torture;

import dev.comanda.ops.testing.fuzz.Torture;
import java.util.Random;

/** How much is disturbed: a little in every run, as much as one likes where it is asked for (docs/torture.md). */
final class Disturbances {

    private Disturbances() {}

    /** How often nights are killed: {@code -Dtorture.kills}. */
    static int kills() {
        return Integer.getInteger("torture.kills", 3);
    }

    /** How often their database is: {@code -Dtorture.postgres-kills}. */
    static int postgresKills() {
        return Integer.getInteger("torture.postgres-kills", 1);
    }

    /** How often everything else is tried: {@code -Dtorture.rounds}. */
    static int rounds() {
        return Integer.getInteger("torture.rounds", 1);
    }

    /** The random numbers of one round, which do not depend on how many there are. */
    static Random random(String disturbance, int round) {
        return Torture.random(disturbance, round);
    }

    static void print(String sentence) {
        System.out.println("TORTURE: " + sentence);
    }
}
