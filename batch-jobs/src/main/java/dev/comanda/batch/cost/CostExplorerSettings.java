package dev.comanda.batch.cost;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Whether and how often Cost Explorer is asked.
 *
 * @param enabled off unless somebody says so: each call costs money
 * @param callsPerDay each page and each repetition is one
 * @param cacheHours how long an answer stands; its data change three times a day at most
 * @param endpoint where it is asked; null for AWS itself
 */
record CostExplorerSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("100") int callsPerDay,
        @DefaultValue("8") int cacheHours,
        @Nullable String endpoint) {

    private static final String NAME = "comanda.cost.explorer";

    CostExplorerSettings {
        refuseNegative(callsPerDay, "calls-per-day");
        refuseNegative(cacheHours, "cache-hours");
    }

    private static void refuseNegative(int number, String key) {
        if (number < 0) {
            throw new IllegalArgumentException(NAME + "." + key + " is " + number + "; it is 0 or more");
        }
    }

    static CostExplorerSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate(NAME, CostExplorerSettings.class);
    }
}
