package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** Our three accounts, each with a bank of another format. */
final class Bank {

    private static final long OPENING_PER_ORDER = 10_000;
    private static final long OPENING_BASE = 10_000_000;
    private static final int FIRST_CAMT_SEQUENCE = 201;
    private static final int FIRST_MT940_SEQUENCE = 101;
    private static final int FIRST_OFX_SEQUENCE = 1;

    private final BankAccount camt;
    private final BankAccount mt940;
    private final BankAccount ofx;
    private final long opening;

    Bank(Window window, int orders) {
        this.camt = new BankAccount(new CamtFormat(), BankAccount.Flaw.BALANCE, FIRST_CAMT_SEQUENCE, window);
        this.mt940 = new BankAccount(new Mt940Format(), BankAccount.Flaw.GAP, FIRST_MT940_SEQUENCE, window);
        this.ofx = new BankAccount(new OfxFormat(), BankAccount.Flaw.NONE, FIRST_OFX_SEQUENCE, window);
        this.opening = OPENING_BASE + orders * OPENING_PER_ORDER;
    }

    BankAccount camt() {
        return camt;
    }

    BankAccount mt940() {
        return mt940;
    }

    BankAccount ofx() {
        return ofx;
    }

    void writeStatements(Path inbox, Expectation expectation) throws IOException {
        camt.writeStatements(inbox, opening, expectation);
        mt940.writeStatements(inbox, opening, expectation);
        ofx.writeStatements(inbox, opening, expectation);
    }
}
