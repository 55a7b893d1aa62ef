package dev.comanda.cost.charge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted as the cost of a charge line; DECIMAL(38,12) in the currency of the bill. */
public enum Metric {
    /** As it is invoiced; FOCUS: BilledCost. */
    UNBLENDED,
    /** Prepaid cost where it is used; unused commitment is a charge of its own. FOCUS: EffectiveCost. */
    AMORTIZED,
    /** Amortised after negotiated discounts, where the bill has them. */
    NET_AMORTIZED,
    /** At public on-demand prices; FOCUS: ListCost. */
    LIST;

    /** The name in the command line and in reports. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Metric> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
