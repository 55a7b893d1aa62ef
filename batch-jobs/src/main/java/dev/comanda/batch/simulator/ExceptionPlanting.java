package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which orders carry which case: as many as the rates say, spread over the days on which the nights still
 * see what becomes of it. Where there is no room left a case is not planted.
 */
final class ExceptionPlanting {

    private final Window window;
    private final int ordersPerDay;
    private final Randomness random;
    private final Map<Long, Map<Integer, Choice>> choices = new HashMap<>();

    /** A case and the PSP that its payment goes through. */
    record Choice(ExceptionCase planted, Psp psp) {}

    ExceptionPlanting(Window window, int ordersPerDay, ExceptionRates rates, Randomness random) {
        this.window = window;
        this.ordersPerDay = ordersPerDay;
        this.random = random;
        long orders = (long) ordersPerDay * window.days().size();
        for (ExceptionCase planted : ExceptionCase.values()) {
            if (planted.area().isOfOrders()) {
                plant(planted, rates.count(planted, orders));
            }
        }
    }

    /** The case of one of a day's orders, counted from 0. */
    @Nullable
    Choice of(long day, int order) {
        return choices.getOrDefault(day, Map.of()).get(order);
    }

    /** Whether the nights see what becomes of a case that begins on a day. */
    static boolean canTell(Window window, ExceptionCase planted, long day) {
        return !window.isLater(window.plusBusinessDays(day, planted.businessDaysToTell()));
    }

    /** Takes a number of things out of those that can carry the case; fewer, where there are fewer. */
    static <T> List<T> draw(List<T> candidates, int count, Randomness random) {
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < count && !candidates.isEmpty()) {
            drawn.add(candidates.remove(random.below(candidates.size())));
        }
        return drawn;
    }

    private void plant(ExceptionCase planted, int count) {
        List<Long> days = window.days().stream()
                .filter(day -> canTell(window, planted, day))
                .toList();
        int firstPsp = random.below(planted.psps().size());
        for (int index = 0; index < count && !days.isEmpty(); index++) {
            long from = (long) index * days.size() / count;
            long to = Math.max(from + 1, (long) (index + 1) * days.size() / count);
            long day = days.get(random.between((int) from, (int) to - 1));
            Psp psp = planted.psps().get((firstPsp + index) % planted.psps().size());
            take(day, new Choice(planted, psp));
        }
    }

    private void take(long day, Choice choice) {
        Map<Integer, Choice> ofDay = choices.computeIfAbsent(day, unseen -> new HashMap<>());
        int order = random.below(ordersPerDay);
        for (int tries = 0; tries < ordersPerDay; tries++) {
            if (ofDay.putIfAbsent(order, choice) == null) {
                return;
            }
            order = (order + 1) % ordersPerDay;
        }
    }
}
