package dev.comanda.batch.simulator;

/**
 * How the events of a simulated day are delivered. What they say, and the files of PSPs and banks, are the same
 * in every variant.
 *
 * @param shuffledOver the number of files that every event is strewn over, one to three times, in a random
 *     order; 0 for the plain form (a file per feed and day, a few events delivered again)
 * @param deliverySeed what the strewing depends on
 */
public record SimulationVariant(int shuffledOver, long deliverySeed) {

    /** The most files an inbox is strewn over. */
    public static final int FILES_MAX = 256;

    public SimulationVariant {
        if (shuffledOver < 0 || shuffledOver > FILES_MAX) {
            throw new IllegalArgumentException(
                    "events can be strewn over 0 to " + FILES_MAX + " files, not over " + shuffledOver);
        }
    }

    public static SimulationVariant plain() {
        return new SimulationVariant(0, 0);
    }

    public static SimulationVariant shuffledOver(int files, long deliverySeed) {
        return new SimulationVariant(files, deliverySeed);
    }

    boolean isShuffled() {
        return shuffledOver > 0;
    }
}
