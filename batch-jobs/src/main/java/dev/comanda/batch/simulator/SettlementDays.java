package dev.comanda.batch.simulator;

/** When a PSP settles a payment. */
final class SettlementDays {

    private static final int EARLY_ONE_IN = 3;
    private static final int NOON = SaoPauloTime.SECONDS_PER_DAY / 2;
    private static final int PIX_CLOSING_SECOND = 22 * SaoPauloTime.SECONDS_PER_HOUR;

    private final Window window;

    SettlementDays(Window window) {
        this.window = window;
    }

    long dueOf(Payment payment) {
        return window.plusBusinessDays(payment.capturedOn(), payment.psp().lagDays());
    }

    /**
     * The day of the file that settles a payment: the day it is due or, sometimes, a business day before. A Pix
     * is in the answer of its own day; past the closing time, in the next day's.
     */
    long dayOf(Payment payment) {
        Psp psp = payment.psp();
        long captured = payment.capturedOn();
        if (psp == Psp.PIX) {
            boolean closed = payment.capturedAt() - SaoPauloTime.at(captured, 0) >= PIX_CLOSING_SECOND;
            return Math.max(window.firstDay(), closed ? captured + 1 : captured);
        }
        boolean early = Math.floorMod(payment.id().number(), EARLY_ONE_IN) == 0;
        return window.plusBusinessDays(captured, early ? psp.lagDays() - 1 : psp.lagDays());
    }

    /** The day of the next file, or the same where the next would be after the date. */
    long dayAfter(long day) {
        long next = window.plusBusinessDays(day, 1);
        return window.isLater(next) ? day : next;
    }

    /**
     * When a row was made. Adyen's are made around noon, when its zones agree on the date; the others' until
     * midnight, which is the next date in UTC.
     */
    static long timeOf(Payment payment, long day) {
        if (payment.psp() == Psp.PIX) {
            return payment.capturedAt();
        }
        int spread =
                (int) Math.floorMod(payment.id().number() >>> 8, (long) (payment.psp() == Psp.ADYEN ? NOON / 6 : NOON));
        return SaoPauloTime.at(day, NOON + spread);
    }
}
