package dev.comanda.cost.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How teams bear what they share. Where nobody bears it, it is {@code unallocated}. */
public sealed interface Split {

    /** The teams that bear it; empty for all that have a cost of their own in the period. */
    List<String> among();

    /** Everybody the same. */
    record Even(List<String> among) implements Split {

        public Even {
            among = List.copyOf(among);
        }
    }

    /** By what each team's own charges cost in the period, amortised; a team whose charges come to less than nothing bears nothing. */
    record Proportional(List<String> among) implements Split {

        public Proportional {
            among = List.copyOf(among);
        }
    }

    /** @param weights of each team; more than 0, of any sum */
    record Fixed(SortedMap<String, BigDecimal> weights) implements Split {

        public Fixed {
            weights = new TreeMap<>(weights);
        }

        public Fixed(Map<String, BigDecimal> weights) {
            this(new TreeMap<>(weights));
        }

        @Override
        public List<String> among() {
            return List.copyOf(weights.keySet());
        }
    }

    /**
     * By what each team used in the period.
     *
     * @param of the lines whose usage amount counts; they should be of one unit
     */
    record ByUsage(List<Condition> of, List<String> among) implements Split {

        public ByUsage {
            of = List.copyOf(of);
            among = List.copyOf(among);
        }
    }
}
