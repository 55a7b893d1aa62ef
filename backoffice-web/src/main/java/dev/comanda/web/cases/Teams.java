package dev.comanda.web.cases;

import java.util.List;
import java.util.Set;

/** The teams that own cases, in the order in which pages show them. */
public record Teams(List<String> all) {

    public Teams {
        all = List.copyOf(all);
    }

    /** Those that a case can be handed to. */
    public Set<String> codes() {
        return Set.copyOf(all);
    }
}
