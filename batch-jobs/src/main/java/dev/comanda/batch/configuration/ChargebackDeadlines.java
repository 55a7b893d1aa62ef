package dev.comanda.batch.configuration;

import dev.comanda.ops.chargeback.Deadlines;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Until when chargebacks can be contested, where it is not as {@link Deadlines#standard()} says.
 *
 * @param deadlines calendar days by scheme ({@code comanda.chargebacks.deadlines.visa=18})
 */
@ConfigurationProperties(prefix = "comanda.chargebacks", ignoreUnknownFields = false)
public record ChargebackDeadlines(@DefaultValue Map<String, Integer> deadlines) {

    public ChargebackDeadlines {
        deadlines = Map.copyOf(deadlines);
    }

    /** Those of all schemes. */
    public Deadlines all() {
        return Deadlines.standard().with(deadlines);
    }
}
