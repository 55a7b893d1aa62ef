package dev.comanda.batch.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which orders carry a planted case. Each case is planted in one of every so many orders of the days it
 * can be planted on: a twentieth of all orders, 48 at least and 2,000 at most; on the days whose settlements
 * are overdue, which are few, a sixtieth, and 500 at most.
 */
final class Planting {

    private static final int PERIODS = 20;
    private static final int PERIODS_OVERDUE = 60;
    private static final int PERIOD_MIN = 48;
    private static final int PERIOD_MAX = 2_000;
    private static final int PERIOD_MAX_OVERDUE = 500;

    private final int period;
    private final int periodOverdue;
    private final int firstPsp;
    private final Map<PlantedCase.Stage, List<PlantedCase>> cases = new EnumMap<>(PlantedCase.Stage.class);
    private final Map<PlantedCase.Stage, Integer> counts = new EnumMap<>(PlantedCase.Stage.class);

    Planting(int orders, long seed) {
        this.period = Math.min(PERIOD_MAX, Math.max(PERIOD_MIN, orders / PERIODS));
        this.periodOverdue = Math.min(PERIOD_MAX_OVERDUE, Math.max(PERIOD_MIN, orders / PERIODS_OVERDUE));
        this.firstPsp = (int) Math.floorMod(Randomness.mix(seed), (long) Psp.values().length);
        for (PlantedCase.Stage stage : PlantedCase.Stage.values()) {
            cases.put(stage, PlantedCase.on(stage));
        }
    }

    /** A case and the PSP that its payment goes through. */
    record Choice(PlantedCase planted, Psp psp) {}

    /** Chooses for the next order of a day; no planted case leaves the PSP as it was drawn. */
    Choice next(PlantedCase.Stage stage, Psp drawn) {
        int count = counts.merge(stage, 1, Integer::sum) - 1;
        List<PlantedCase> choices = cases.getOrDefault(stage, List.of());
        int length = stage == PlantedCase.Stage.OVERDUE ? periodOverdue : period;
        int stride = length / choices.size();
        int slot = count % length;
        if (slot % stride != 0 || slot / stride >= choices.size()) {
            return new Choice(PlantedCase.NOTHING, drawn);
        }
        PlantedCase planted = choices.get(slot / stride);
        List<Psp> psps = planted.psps();
        int round = firstPsp + count / length;
        return new Choice(planted, psps.get((round + slot / stride) % psps.size()));
    }
}
