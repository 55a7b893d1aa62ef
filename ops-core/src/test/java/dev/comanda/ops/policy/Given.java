package dev.comanda.ops.policy;

import java.math.BigDecimal;

/** Circumstances for tests: {@code Given.cause("UNPAID_ORDER").in("order-payment").brl("10.00").aged(2).now()}. */
public final class Given {

    private final String cause;
    private String reconciliation = "";
    private String partyKind = "";
    private String currency = "BRL";
    private BigDecimal amount = BigDecimal.TEN;
    private Side side = Side.NONE;
    private int age;
    private boolean fileMissing;
    private boolean withinDailyCap = true;
    private String cancelledBy = "";
    private String cancelStage = "";

    private Given(String cause) {
        this.cause = cause;
    }

    public static Given cause(String cause) {
        return new Given(cause);
    }

    public Given in(String reconciliation) {
        this.reconciliation = reconciliation;
        return this;
    }

    public Given of(String partyKind) {
        this.partyKind = partyKind;
        return this;
    }

    public Given brl(String amount) {
        this.amount = new BigDecimal(amount);
        return this;
    }

    public Given inCurrency(String currency) {
        this.currency = currency;
        return this;
    }

    public Given side(Side side) {
        this.side = side;
        return this;
    }

    public Given aged(int businessDays) {
        this.age = businessDays;
        return this;
    }

    public Given withoutItsFile() {
        this.fileMissing = true;
        return this;
    }

    public Given capUsedUp() {
        this.withinDailyCap = false;
        return this;
    }

    public Given cancelled(String by, String stage) {
        this.cancelledBy = by;
        this.cancelStage = stage;
        return this;
    }

    public Circumstances now() {
        return new Circumstances(
                cause,
                reconciliation,
                "adyen",
                partyKind,
                currency,
                amount,
                side,
                age,
                fileMissing,
                withinDailyCap,
                cancelledBy,
                cancelStage);
    }
}
