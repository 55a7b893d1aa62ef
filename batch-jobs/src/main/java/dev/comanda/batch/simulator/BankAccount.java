package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account of ours: its movements by booking day, and its statements, one for each business day of the window. */
final class BankAccount {

    private static final long MISSTATED_CENTS = 1_000;
    private static final long PENDING_CENTS = 98_765;

    /** What is wrong with one of an account's statements. */
    enum Flaw {
        NONE,
        /** A statement is missing before the last one that has entries. */
        GAP,
        /** The closing balance of the first one that has entries is wrong. */
        BALANCE
    }

    private final StatementFormat format;
    private final Flaw flaw;
    private final int firstSequence;
    private final TreeMap<Long, List<BankMovement>> movements = new TreeMap<>();
    private final TreeMap<Long, List<BankMovement>> collective = new TreeMap<>();

    BankAccount(StatementFormat format, Flaw flaw, int firstSequence, Window window) {
        this.format = format;
        this.flaw = flaw;
        this.firstSequence = firstSequence;
        for (long day : window.businessDays()) {
            movements.put(day, new ArrayList<>());
        }
    }

    /** Books a movement and returns the reference it is exported under. */
    String book(long day, BankMovement movement) {
        List<BankMovement> ofDay = movementsOn(day);
        ofDay.add(movement);
        return format.pathOn(day) + "#" + ofDay.size();
    }

    /** Books a movement as a part of the day's collective entry. */
    void bookTogether(long day, BankMovement part) {
        collective.computeIfAbsent(day, unseen -> new ArrayList<>()).add(part);
    }

    void writeStatements(Path inbox, long openingCents, Expectation expectation) throws IOException {
        collective.forEach((day, parts) ->
                movementsOn(day).add(parts.size() == 1 ? parts.get(0) : BankMovement.collective(parts)));
        long flawed = flawedDay();
        long opening = openingCents;
        int sequence = firstSequence;
        for (long day : movements.keySet()) {
            List<BankMovement> ofDay = movementsOn(day);
            String record = format.pathOn(day) + (ofDay.isEmpty() ? "#0" : "#1");
            long closing = opening + Statement.booked(ofDay);
            long claimed = closing;
            if (day == flawed && flaw == Flaw.GAP) {
                sequence++;
                expectation.broken(Reconciliation.PSP_PAYOUT, ExpectedBreak.ofGap(record));
            }
            if (day == flawed && flaw == Flaw.BALANCE) {
                claimed = closing + MISSTATED_CENTS;
                expectation.broken(
                        Reconciliation.PSP_PAYOUT,
                        ExpectedBreak.ofClaim(BreakType.STATEMENT_BALANCE_MISMATCH, record, claimed, closing));
            }
            long pending = day == movements.lastKey() ? PENDING_CENTS : 0;
            try (InboxFile file = new InboxFile(inbox, format.pathOn(day))) {
                format.write(file, new Statement(day, sequence++, opening, claimed, ofDay, pending));
            }
            opening = closing;
        }
    }

    private long flawedDay() {
        List<Long> busy = movements.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (flaw == Flaw.GAP) {
            // The first statement ever seen of an account has none before it that could be missing.
            return busy.isEmpty() || busy.get(busy.size() - 1).equals(movements.firstKey())
                    ? movements.lastKey()
                    : busy.get(busy.size() - 1);
        }
        return busy.isEmpty() ? movements.firstKey() : busy.get(0);
    }

    private List<BankMovement> movementsOn(long day) {
        List<BankMovement> ofDay = movements.get(day);
        if (ofDay == null) {
            throw new IllegalArgumentException("no statement is written for epoch day " + day);
        }
        return ofDay;
    }
}
