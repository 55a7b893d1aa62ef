package dev.comanda.batch.configuration;

import dev.comanda.ops.policy.WriteOffLimit;
import dev.comanda.ops.policy.WriteOffLimit.Authority;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be written off ({@code comanda.write-offs.limits[...]}). What is left out keeps the limits that the database came
 * with; a currency without a limit is never written off.
 *
 * @param limits at most one per authority and currency
 */
@ConfigurationProperties(prefix = "comanda.write-offs", ignoreUnknownFields = false)
public record WriteOffs(@DefaultValue List<Limit> limits) {

    public WriteOffs {
        limits = List.copyOf(limits);
        Set<List<Object>> seen = new HashSet<>();
        for (Limit limit : limits) {
            if (!seen.add(List.of(limit.authority(), limit.currency()))) {
                throw new IllegalArgumentException("comanda.write-offs.limits names two for %s in %s: leave one"
                        .formatted(limit.authority(), limit.currency()));
            }
        }
    }

    /** As {@link WriteOffLimit}. */
    public record Limit(Authority authority, String currency, BigDecimal perCase, BigDecimal perDay) {

        public Limit {
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("comanda.write-offs.limits has the currency '" + currency
                        + "': give it as in ISO 4217, e.g. BRL");
            }
            if (perCase.signum() <= 0 || perDay.compareTo(perCase) < 0) {
                throw new IllegalArgumentException(
                        "comanda.write-offs.limits has %s per case and %s per day: give amounts above 0, the day's not below the case's"
                                .formatted(perCase, perDay));
            }
        }
    }

    /** The limits as the domain knows them. */
    public List<WriteOffLimit> all() {
        return limits.stream()
                .map(each -> new WriteOffLimit(each.authority(), each.currency(), each.perCase(), each.perDay()))
                .toList();
    }
}
