package dev.comanda.ops.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a table may look at, under the names it uses. */
enum Input {
    CAUSE("cause", Type.STRING),
    RECONCILIATION("reconciliation", Type.STRING),
    PSP("psp", Type.STRING),
    PARTY_KIND("partyKind", Type.STRING),
    CURRENCY("currency", Type.STRING),
    AMOUNT("amount", Type.NUMBER),
    SIDE("side", Type.STRING),
    AGE("ageInBusinessDays", Type.NUMBER),
    FILE_MISSING("fileMissing", Type.BOOLEAN),
    WITHIN_DAILY_CAP("withinDailyCap", Type.BOOLEAN),
    CANCELLED_BY("cancelledBy", Type.STRING),
    CANCEL_STAGE("cancelStage", Type.STRING);

    final String key;
    final Type type;

    Input(String key, Type type) {
        this.key = key;
        this.type = type;
    }

    static Optional<Input> named(String key) {
        return Arrays.stream(values()).filter(input -> input.key.equals(key)).findFirst();
    }

    static SortedMap<String, Object> valuesOf(Circumstances circumstances) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Input input : values()) {
            values.put(input.key, input.of(circumstances));
        }
        return values;
    }

    private Object of(Circumstances circumstances) {
        return switch (this) {
            case CAUSE -> circumstances.cause();
            case RECONCILIATION -> circumstances.reconciliation();
            case PSP -> circumstances.psp();
            case PARTY_KIND -> circumstances.partyKind();
            case CURRENCY -> circumstances.currency();
            case AMOUNT -> circumstances.amount();
            case SIDE -> circumstances.side().name();
            case AGE -> BigDecimal.valueOf(circumstances.ageInBusinessDays());
            case FILE_MISSING -> circumstances.fileMissing();
            case WITHIN_DAILY_CAP -> circumstances.withinDailyCap();
            case CANCELLED_BY -> circumstances.cancelledBy();
            case CANCEL_STAGE -> circumstances.cancelStage();
        };
    }
}
