package dev.comanda.batch.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects what the nights must raise, as it is planted. */
final class Exceptions {

    private static final String LAWS = "laws";
    private static final String REJECTS = "rejects";

    private final ExceptionRates rates;
    private final List<ExpectedException> planted = new ArrayList<>();

    Exceptions(ExceptionRates rates) {
        this.rates = rates;
    }

    void raised(ExceptionCase exception, Reconciliation where, ExpectedBreak broken, ExpectedException.Nights nights) {
        raised(exception, where, broken, atStake(broken), nights);
    }

    /** A break whose sides tell no amount, and what it is worth. */
    void raised(
            ExceptionCase exception,
            Reconciliation where,
            ExpectedBreak broken,
            String atStake,
            ExpectedException.Nights nights) {
        planted.add(new ExpectedException(
                exception,
                where.wireName(),
                broken.type().name(),
                new ExpectedException.Item(
                        broken.left(), broken.right(), broken.leftAmount(), broken.rightAmount(), broken.currency()),
                atStake,
                rates.decision(exception),
                rates.owner(exception, where),
                nights));
    }

    /** A broken law; the reconciliation says whose it is. */
    void found(ExceptionCase exception, Reconciliation whose, ExpectedFinding finding, long night) {
        planted.add(new ExpectedException(
                exception,
                LAWS,
                finding.law(),
                new ExpectedException.Item(
                        List.of(finding.ref()), List.of(), finding.expected(), finding.actual(), finding.currency()),
                difference(finding.expected(), finding.actual()),
                rates.decision(exception),
                rates.owner(exception, whose),
                ExpectedException.Nights.from(night)));
    }

    void rejected(String reason, String record, long night) {
        planted.add(new ExpectedException(
                ExceptionCase.MALFORMED_EVENT,
                REJECTS,
                reason,
                new ExpectedException.Item(List.of(), List.of(record), "", "", ""),
                "",
                rates.decision(ExceptionCase.MALFORMED_EVENT),
                rates.owner(ExceptionCase.MALFORMED_EVENT, Reconciliation.ORDER_PAYMENT),
                ExpectedException.Nights.from(night)));
    }

    List<ExpectedException> sorted() {
        return planted.stream().sorted(ExpectedException.ORDER).toList();
    }

    /** Where both sides have an amount what they differ by, and where they agree that amount; else the one there is. */
    private static String atStake(ExpectedBreak broken) {
        if (broken.leftAmount().isEmpty() && broken.rightAmount().isEmpty()) {
            return "";
        }
        String left = broken.leftAmount().isEmpty() ? "0.00" : broken.leftAmount();
        String right = broken.rightAmount().isEmpty() ? "0.00" : broken.rightAmount();
        String difference = difference(left, right);
        return new BigDecimal(difference).signum() == 0
                ? new BigDecimal(left).abs().toPlainString()
                : difference;
    }

    private static String difference(String one, String other) {
        return new BigDecimal(one).subtract(new BigDecimal(other)).abs().toPlainString();
    }
}
