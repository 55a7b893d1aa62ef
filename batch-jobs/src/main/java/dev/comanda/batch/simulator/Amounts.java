package dev.comanda.batch.simulator;

/** Money in whole hundredths or ten thousandths: its arithmetic and its text. */
final class Amounts {

    private Amounts() {}

    static String cents(long hundredths) {
        return new Line().cents(hundredths).toString();
    }

    static String tenThousandths(long amount) {
        return new Line().tenThousandths(amount).toString();
    }

    /** Divides a number that is not negative and rounds half to even. */
    static long divideHalfEven(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long twiceRest = dividend % divisor * 2;
        boolean up = twiceRest > divisor || (twiceRest == divisor && quotient % 2 == 1);
        return up ? quotient + 1 : quotient;
    }
}
