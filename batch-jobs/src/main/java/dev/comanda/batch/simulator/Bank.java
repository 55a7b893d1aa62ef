package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        this.camt = new BankAccount(new CamtFormat(), FIRST_CAMT_SEQUENCE, window);
        this.mt940 = new BankAccount(new Mt940Format(), FIRST_MT940_SEQUENCE, window);
        this.ofx = new BankAccount(new OfxFormat(), FIRST_OFX_SEQUENCE, window);
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

    /** The first busy camt.053 has a wrong balance, and a statement is missing before the last busy MT940. */
    void writeStatements(InboxFolders folders, Expectation expectation) throws IOException {
        List<BankAccount.FlawedStatement> flawed = writeStatements(
                folders,
                Map.of(camt.firstBusyDay(), BankAccount.Flaw.BALANCE),
                Map.of(mt940.lastBusyDay(), BankAccount.Flaw.GAP));
        flawed.forEach(statement -> expectation.broken(Reconciliation.PSP_PAYOUT, statement.broken()));
    }

    List<BankAccount.FlawedStatement> writeStatements(
            InboxFolders folders, Map<Long, BankAccount.Flaw> camtFlaws, Map<Long, BankAccount.Flaw> mt940Flaws)
            throws IOException {
        ofx.writeStatements(folders, opening, Map.of());
        return Stream.concat(
                        camt.writeStatements(folders, opening, camtFlaws).stream(),
                        mt940.writeStatements(folders, opening, mt940Flaws).stream())
                .toList();
    }
}
