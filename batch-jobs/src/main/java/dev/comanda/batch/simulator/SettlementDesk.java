package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;

/** Settles captured payments in the PSPs' files, each on its day, and plants what can go wrong there. */
final class SettlementDesk {

    private static final Reconciliation HERE = Reconciliation.PAYMENT_SETTLEMENT;
    private static final int FEE_ONE_IN = 3;
    private static final int FEE_PERCENT = 2;
    private static final long FIRST_PART = 500;
    private static final long REFUNDED = 300;
    private static final long FURTHER = 700;
    private static final long TOLERATED = 1;
    private static final long NOT_TOLERATED = 2;
    private static final long RESERVED = 1_234;
    private static final String OTHER_CURRENCY = "MXN";

    private final Window window;
    private final SettlementDays days;
    private final PspReports reports;
    private final PspReferences references;
    private final Randomness random;
    private final Ids ids;
    private final Expectation expectation;

    SettlementDesk(
            Window window,
            PspReports reports,
            PspReferences references,
            Randomness random,
            Ids ids,
            Expectation expectation) {
        this.window = window;
        this.days = new SettlementDays(window);
        this.reports = reports;
        this.references = references;
        this.random = random;
        this.ids = ids;
        this.expectation = expectation;
    }

    /** Settles one payment as the planted case wants it. */
    void settle(Payment payment, PlantedCase planted) throws IOException {
        switch (planted) {
            case MISSING_SETTLEMENT ->
                broken(ExpectedBreak.ofLeft(BreakType.MISSING_SETTLEMENT, payment.id(), payment.amount()));
            case AMOUNT_MISMATCH -> mismatch(payment, payment.amount() - NOT_TOLERATED, BreakType.AMOUNT_MISMATCH);
            case CURRENCY_MISMATCH -> mismatch(payment, payment.amount(), BreakType.CURRENCY_MISMATCH);
            case TOLERATED_DIFFERENCE -> {
                addSale(payment, payment.amount() - TOLERATED);
                expectation.matched(HERE, "tolerance");
            }
            case SPLIT_SETTLEMENT -> split(payment);
            case WRONG_REFERENCE, ABSENT_REFERENCE -> byMerchantReference(payment, planted);
            case UNKNOWN_SETTLEMENT -> unknown(payment);
            case FURTHER_SETTLEMENT, DUPLICATE_SETTLEMENT -> further(payment, planted);
            case UNEXPECTED_REFUND, UNFINISHED_PIX_RETURN -> returned(payment, planted);
            case CHARGEBACK, UNKNOWN_LINE_TYPE -> withOtherRow(payment, planted);
            case FIRST_PART_ONLY -> firstPartOnly(payment);
            default -> asItShould(payment);
        }
    }

    /** Settles several payments of one merchant reference by one row under a reference of the PSP's own. */
    void settleTogether(List<Payment> payments) throws IOException {
        Payment first = payments.get(0);
        long sum = payments.stream().mapToLong(Payment::amount).sum();
        long day = days.dayOf(first);
        SettlementRow row = SettlementRow.sale(first, sum, SettlementDays.timeOf(first, day))
                .withReference(references.next(first.psp(), first.capturedAt()));
        reports.of(first.psp(), day).add(row);
        expectation.matched(HERE, "grouped");
    }

    private void asItShould(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        if (window.isLater(day)) {
            expectation.leftInTransit(HERE);
            return;
        }
        long fee = random.oneIn(FEE_ONE_IN) ? payment.amount() * FEE_PERCENT / 100 : 0;
        reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, day))
                        .withFee(payment.psp() == Psp.PIX ? 0 : fee));
        expectation.matched(HERE, "exact");
    }

    private void mismatch(Payment payment, long settled, BreakType type) throws IOException {
        long day = days.dayOf(payment);
        SettlementRow row = SettlementRow.sale(payment, settled, SettlementDays.timeOf(payment, day));
        String record = reports.of(payment.psp(), day)
                .add(type == BreakType.CURRENCY_MISMATCH ? row.inCurrency(OTHER_CURRENCY) : row);
        broken(ExpectedBreak.ofBoth(type, payment.id(), record, payment.amount(), settled));
    }

    private void split(Payment payment) throws IOException {
        long day = days.dayOf(payment);
        long secondDay = payment.psp() == Psp.PIX ? day : days.dayAfter(day);
        add(payment, FIRST_PART, day);
        add(payment, payment.amount() - FIRST_PART, secondDay);
        expectation.matched(HERE, "split");
    }

    private void byMerchantReference(Payment payment, PlantedCase planted) throws IOException {
        String reference =
                planted == PlantedCase.ABSENT_REFERENCE ? "" : references.next(payment.psp(), payment.capturedAt());
        long day = days.dayOf(payment);
        reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, day))
                        .withReference(reference));
        expectation.matched(HERE, "reference");
    }

    private void unknown(Payment payment) throws IOException {
        asItShould(payment);
        long day = days.dayOf(payment);
        long amount = payment.amount() + FURTHER;
        String record = reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, day))
                        .withReference(references.next(payment.psp(), payment.capturedAt()))
                        .withMerchantReference(ids.next("pay_").toString()));
        broken(ExpectedBreak.ofRight(BreakType.UNKNOWN_SETTLEMENT, record, amount));
    }

    /**
     * The further row stands in the same file below the one that matches, because ties go to the lowest
     * reference.
     */
    private void further(Payment payment, PlantedCase planted) throws IOException {
        long day = days.dayOf(payment);
        add(payment, payment.amount(), day);
        expectation.matched(HERE, "exact");
        boolean again = planted == PlantedCase.DUPLICATE_SETTLEMENT;
        long amount = again ? payment.amount() : payment.amount() + FURTHER;
        String record = add(payment, amount, day);
        broken(ExpectedBreak.ofRight(
                again ? BreakType.DUPLICATE_SETTLEMENT : BreakType.UNKNOWN_SETTLEMENT, record, amount));
    }

    private void returned(Payment payment, PlantedCase planted) throws IOException {
        boolean done = planted == PlantedCase.UNEXPECTED_REFUND;
        long day = days.dayOf(payment);
        SettlementRow sale = SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, day));
        expectation.matched(HERE, "exact");
        String record;
        if (payment.psp() == Psp.PIX) {
            PixReport report = reports.pix(day);
            PixReport.Return back = new PixReport.Return(
                    report.nextReturnId(),
                    REFUNDED,
                    done ? "MED_FRAUDE" : "ORIGINAL",
                    done ? "DEVOLVIDO" : "EM_PROCESSAMENTO",
                    payment.capturedAt() + SaoPauloTime.SECONDS_PER_HOUR);
            record = report.addReturned(sale, back);
        } else {
            PspReport report = reports.of(payment.psp(), day);
            report.add(sale);
            record = report.add(sale.as(SettlementRow.Kind.REFUND, -REFUNDED));
        }
        if (done) {
            broken(ExpectedBreak.ofRight(BreakType.UNEXPECTED_REFUND, record, -REFUNDED));
        }
    }

    private void withOtherRow(Payment payment, PlantedCase planted) throws IOException {
        long day = days.dayOf(payment);
        add(payment, payment.amount(), day);
        expectation.matched(HERE, "exact");
        long otherDay = days.dayAfter(day);
        SettlementRow sale = SettlementRow.sale(payment, payment.amount(), SettlementDays.timeOf(payment, otherDay));
        if (planted == PlantedCase.CHARGEBACK) {
            String record =
                    reports.of(payment.psp(), otherDay).add(sale.as(SettlementRow.Kind.CHARGEBACK, -payment.amount()));
            broken(ExpectedBreak.ofRight(BreakType.CHARGEBACK, record, -payment.amount()));
        } else {
            String record = reports.of(payment.psp(), otherDay)
                    .add(sale.withReference("").withMerchantReference("").as(SettlementRow.Kind.UNKNOWN, -RESERVED));
            broken(ExpectedBreak.ofRight(BreakType.UNKNOWN_LINE_TYPE, record, -RESERVED));
        }
    }

    /** Payment and part stay in transit until the payment is due. */
    private void firstPartOnly(Payment payment) throws IOException {
        add(payment, FIRST_PART, window.businessDays().get(Window.BUSINESS_DAYS - 1));
        expectation.leftInTransit(HERE);
        expectation.rightInTransit(HERE);
    }

    private void addSale(Payment payment, long amount) throws IOException {
        add(payment, amount, days.dayOf(payment));
    }

    private String add(Payment payment, long amount, long day) throws IOException {
        return reports.of(payment.psp(), day)
                .add(SettlementRow.sale(payment, amount, SettlementDays.timeOf(payment, day)));
    }

    private void broken(ExpectedBreak planted) {
        expectation.broken(HERE, planted);
    }
}
