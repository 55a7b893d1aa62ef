package dev.comanda.cost.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team that can own cost.
 *
 * @param domain of the business that it works for; null where the rules do not say
 * @param also other spellings, as they stand in tags
 */
public record Team(String name, @Nullable String domain, List<String> also) {

    public Team {
        also = List.copyOf(also);
    }
}
