package dev.comanda.batch.simulator;

import java.io.IOException;

/** Settles payments as PSPs should not, or too late, or not at all. */
final class SettlementExceptions {

    private static final Reconciliation HERE = Reconciliation.PAYMENT_SETTLEMENT;
    private static final int LATE_BUSINESS_DAYS_MAX = 3;
    private static final int NOT_TOLERATED = 2;
    private static final int SLIGHT = 100;
    private static final int LARGE = 500;
    private static final long FURTHER = 700;
    private static final long REFUNDED = 300;
    private static final long RESERVED = 1_234;
    private static final long SMALL_CHARGEBACK = 4_000;
    private static final String OTHER_CURRENCY = "MXN";

    private final Window window;
    private final SettlementDays days;
    private final PspReports reports;
    private final PspReferences references;
    private final Ids ids;
    private final Randomness random;
    private final Exceptions exceptions;

    SettlementExceptions(Window window, PspReports reports, Ids ids, Randomness random, Exceptions exceptions) {
        this.window = window;
        this.days = new SettlementDays(window);
        this.reports = reports;
        this.references = new PspReferences(ids);
        this.ids = ids;
        this.random = random;
        this.exceptions = exceptions;
    }

    /** The least that the payment of a case must come to. */
    static long amountMin(ExceptionCase planted) {
        return planted == ExceptionCase.CHARGEBACK_LARGE ? SMALL_CHARGEBACK + 1 : 0;
    }

    void settle(Payment payment, ExceptionCase planted) throws IOException {
        long amount = payment.amount();
        switch (planted) {
            case LATE_SETTLEMENT -> late(payment);
            case MISSING_SETTLEMENT ->
                raised(planted, missing(payment), ExpectedException.Nights.from(days.dueOf(payment) + 1));
            case UNKNOWN_SETTLEMENT -> unknown(payment);
            case SETTLED_SLIGHTLY_OTHER -> {
                int difference = random.between(NOT_TOLERATED, SLIGHT);
                settledOtherwise(payment, planted, amount + (random.oneIn(2) ? difference : -difference));
            }
            case SETTLED_LESS -> settledOtherwise(payment, planted, amount - random.between(SLIGHT + 1, LARGE));
            case SETTLED_MORE -> settledOtherwise(payment, planted, amount + random.between(SLIGHT + 1, LARGE));
            case CURRENCY_MISMATCH -> inOtherCurrency(payment);
            case DUPLICATE_SETTLEMENT -> twice(payment);
            case UNEXPECTED_REFUND -> returned(payment);
            case CHARGEBACK_SMALL ->
                chargeback(payment, planted, Math.min(amount, random.between(SLIGHT, (int) SMALL_CHARGEBACK)));
            case CHARGEBACK_LARGE -> chargeback(payment, planted, amount);
            case UNKNOWN_LINE_TYPE -> withUnknownRow(payment);
            default -> throw new IllegalArgumentException(planted + " is not planted in a settlement");
        }
    }

    /** Settles a payment as it should be and returns the reference of the row. */
    String settleInTime(Payment payment) throws IOException {
        return add(payment, payment.amount(), days.dayOf(payment));
    }

    private static ExpectedBreak missing(Payment payment) {
        return ExpectedBreak.ofLeft(BreakType.MISSING_SETTLEMENT, payment.id(), payment.amount());
    }

    private void late(Payment payment) throws IOException {
        long due = days.dueOf(payment);
        long day = window.overdueBy(due, random.between(1, LATE_BUSINESS_DAYS_MAX));
        add(payment, payment.amount(), day);
        raised(ExceptionCase.LATE_SETTLEMENT, missing(payment), new ExpectedException.Nights(due + 1, day));
    }

    private void unknown(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        settleInTime(payment);
        long amount = payment.amount() + FURTHER;
        String record = reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, day))
                        .withReference(references.next(payment.psp(), payment.capturedAt()))
                        .withMerchantReference(ids.next("pay_").toString()));
        raisedByRight(ExceptionCase.UNKNOWN_SETTLEMENT, BreakType.UNKNOWN_SETTLEMENT, record, amount, day);
    }

    private void settledOtherwise(Payment payment, ExceptionCase planted, long settled) throws IOException {
        String record = add(payment, settled, days.dayOf(payment));
        raised(
                planted,
                ExpectedBreak.ofBoth(BreakType.AMOUNT_MISMATCH, payment.id(), record, payment.amount(), settled),
                ExpectedException.Nights.from(days.dueOf(payment) + 1));
    }

    private void inOtherCurrency(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        long amount = payment.amount();
        String record = reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, day))
                        .inCurrency(OTHER_CURRENCY));
        raised(
                ExceptionCase.CURRENCY_MISMATCH,
                ExpectedBreak.ofBoth(BreakType.CURRENCY_MISMATCH, payment.id(), record, amount, amount),
                ExpectedException.Nights.from(day));
    }

    private void twice(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        add(payment, payment.amount(), day);
        String again = add(payment, payment.amount(), day);
        raisedByRight(ExceptionCase.DUPLICATE_SETTLEMENT, BreakType.DUPLICATE_SETTLEMENT, again, payment.amount(), day);
    }

    private void returned(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        SettlementRow sale = SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, day));
        String record;
        if (payment.psp() == Psp.PIX) {
            record = reports.pix(day)
                    .addReturned(
                            sale,
                            new PixReport.Return(
                                    ids.next("D").toString(),
                                    REFUNDED,
                                    "MED_FRAUDE",
                                    "DEVOLVIDO",
                                    payment.capturedAt() + SaoPauloTime.SECONDS_PER_HOUR));
        } else {
            PspReport report = reports.of(payment.psp(), day);
            report.add(sale);
            record = report.add(sale.as(SettlementRow.Kind.REFUND, -REFUNDED));
        }
        raisedByRight(ExceptionCase.UNEXPECTED_REFUND, BreakType.UNEXPECTED_REFUND, record, -REFUNDED, day);
    }

    private void chargeback(Payment payment, ExceptionCase planted, long amount) throws IOException {
        long day = days.dayOf(payment);
        add(payment, payment.amount(), day);
        long next = days.dayAfter(day);
        String record = reports.of(payment.psp(), next)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, next))
                        .as(SettlementRow.Kind.CHARGEBACK, -amount));
        raisedByRight(planted, BreakType.CHARGEBACK, record, -amount, next);
    }

    private void withUnknownRow(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        add(payment, payment.amount(), day);
        String record = reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, day))
                        .withReference("")
                        .withMerchantReference("")
                        .as(SettlementRow.Kind.UNKNOWN, -RESERVED));
        raisedByRight(ExceptionCase.UNKNOWN_LINE_TYPE, BreakType.UNKNOWN_LINE_TYPE, record, -RESERVED, day);
    }

    private String add(Payment payment, long amount, long day) throws IOException {
        return reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, day)));
    }

    private void raisedByRight(ExceptionCase planted, BreakType type, String record, long amount, long night) {
        raised(planted, ExpectedBreak.ofRight(type, record, amount), ExpectedException.Nights.from(night));
    }

    private void raised(ExceptionCase planted, ExpectedBreak broken, ExpectedException.Nights nights) {
        exceptions.raised(planted, HERE, broken, nights);
    }
}
