package dev.comanda.ops.policy;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * All that a policy may look at. Text is empty where there is none. Amounts are brought to one form (no trailing zeros beyond
 * two decimals), so that equal circumstances are equal, have one text and get one verdict.
 *
 * @param cause why there is a case: a break type, a law or a reject reason
 * @param reconciliation the name under which a break was found
 * @param partyKind RESTAURANT or COURIER, for what is owed to a party
 * @param currency ISO 4217
 * @param amount what is at stake, never negative; 0 where no amount is
 * @param ageInBusinessDays since the night that raised it; 0 on that night
 * @param fileMissing a file of its PSP or a statement of its account is missing for the date
 * @param withinDailyCap what is written off today leaves room for the amount
 * @param cancelledBy who cancelled the order
 * @param cancelStage how far the order was when it was cancelled
 */
public record Circumstances(
        String cause,
        String reconciliation,
        String psp,
        String partyKind,
        String currency,
        BigDecimal amount,
        Side side,
        int ageInBusinessDays,
        boolean fileMissing,
        boolean withinDailyCap,
        String cancelledBy,
        String cancelStage) {

    private static final int CENTS = 2;

    public Circumstances {
        if (cause.isEmpty()) {
            throw new IllegalArgumentException("circumstances without a cause: name the break type, law or reason");
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("the amount at stake for " + cause + " is negative: " + amount);
        }
        if (ageInBusinessDays < 0) {
            throw new IllegalArgumentException("the age of " + cause + " is negative: " + ageInBusinessDays);
        }
        BigDecimal plain = amount.stripTrailingZeros();
        amount = plain.scale() < CENTS ? plain.setScale(CENTS) : plain;
    }

    /** The same on a day whose room for write-offs is used up. */
    public Circumstances beyondDailyCap() {
        return new Circumstances(
                cause,
                reconciliation,
                psp,
                partyKind,
                currency,
                amount,
                side,
                ageInBusinessDays,
                fileMissing,
                false,
                cancelledBy,
                cancelStage);
    }

    /** The values by the names that tables use: strings, booleans, and BigDecimal for every number. */
    public SortedMap<String, Object> values() {
        return Input.valuesOf(this);
    }

    /** As one JSON object with sorted keys and no blanks; the amount is a string, so that its digits stay. */
    public String toJson() {
        return CircumstancesJson.write(this);
    }

    /**
     * Reads {@link #toJson()}, whatever the order of its keys. What is not there is empty, 0 or false, because a field
     * may be younger than the text.
     */
    public static Circumstances fromJson(String json) {
        return CircumstancesJson.read(json);
    }
}
