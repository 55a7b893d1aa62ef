package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An account of ours: its movements by booking day, and its statements, one for each business day of the window. */
final class BankAccount {

    private static final long MISSTATED_CENTS = 1_000;
    private static final long PENDING_CENTS = 98_765;

    /** What is wrong with one of an account's statements. */
    enum Flaw {
        /** A statement is missing before it. */
        GAP,
        /** Its closing balance is wrong. */
        BALANCE
    }

    /** A statement that has a flaw, and the break that this is. */
    record FlawedStatement(long day, ExpectedBreak broken) {}

    private final StatementFormat format;
    private final int firstSequence;
    private final TreeMap<Long, List<BankMovement>> movements = new TreeMap<>();
    private final TreeMap<Long, List<BankMovement>> collective = new TreeMap<>();

    BankAccount(StatementFormat format, int firstSequence, Window window) {
        this.format = format;
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

    /** Writes the statements with the flaws that those of some days have. */
    List<FlawedStatement> writeStatements(InboxFolders folders, long openingCents, Map<Long, Flaw> flaws)
            throws IOException {
        collective.forEach((day, parts) ->
                movementsOn(day).add(parts.size() == 1 ? parts.get(0) : BankMovement.collective(parts)));
        List<FlawedStatement> flawed = new ArrayList<>();
        long opening = openingCents;
        int sequence = firstSequence;
        for (long day : movements.keySet()) {
            List<BankMovement> ofDay = movementsOn(day);
            String record = format.pathOn(day) + (ofDay.isEmpty() ? "#0" : "#1");
            long closing = opening + Statement.booked(ofDay);
            long claimed = closing;
            Flaw flaw = flaws.get(day);
            if (flaw == Flaw.GAP) {
                sequence++;
                flawed.add(new FlawedStatement(day, ExpectedBreak.ofGap(record)));
            }
            if (flaw == Flaw.BALANCE) {
                claimed = closing + MISSTATED_CENTS;
                flawed.add(new FlawedStatement(
                        day, ExpectedBreak.ofClaim(BreakType.STATEMENT_BALANCE_MISMATCH, record, claimed, closing)));
            }
            long pending = day == movements.lastKey() ? PENDING_CENTS : 0;
            try (InboxFile file = new InboxFile(folders.on(day), format.pathOn(day))) {
                format.write(file, new Statement(day, sequence++, opening, claimed, ofDay, pending));
            }
            opening = closing;
        }
        return flawed;
    }

    /** The first day that has entries, or the first of all. */
    long firstBusyDay() {
        List<Long> busy = busyDays();
        return busy.isEmpty() ? movements.firstKey() : busy.get(0);
    }

    /** The last day that has entries and a statement before it, or the last of all. */
    long lastBusyDay() {
        List<Long> busy = busyDays();
        // The first statement ever seen of an account has none before it that could be missing.
        return busy.isEmpty() || busy.get(busy.size() - 1).equals(movements.firstKey())
                ? movements.lastKey()
                : busy.get(busy.size() - 1);
    }

    private List<Long> busyDays() {
        return Stream.concat(
                        collective.keySet().stream(),
                        movements.entrySet().stream()
                                .filter(entry -> !entry.getValue().isEmpty())
                                .map(Map.Entry::getKey))
                .distinct()
                .sorted()
                .toList();
    }

    private List<BankMovement> movementsOn(long day) {
        List<BankMovement> ofDay = movements.get(day);
        if (ofDay == null) {
            throw new IllegalArgumentException("no statement is written for epoch day " + day);
        }
        return ofDay;
    }
}
