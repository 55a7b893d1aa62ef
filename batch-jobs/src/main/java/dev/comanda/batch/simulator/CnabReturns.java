package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bank's answers to payouts, CNAB 240 payment returns: one file per day with one batch of segments A. */
final class CnabReturns {

    private static final int LINES_BEFORE_SEGMENTS = 2;
    private static final int RECORDS_AROUND_BATCH = 2;
    private static final int RECORDS_AROUND_FILE = 4;
    private static final long MISSTATED_CENTS = 100;

    private final String name;
    private final TreeMap<Long, List<Answer>> answers = new TreeMap<>();

    /** What the bank says of one payout; money that did not go out has no effective amount. */
    private record Answer(String documentNumber, long amount, boolean paid, String occurrences) {}

    CnabReturns(String name) {
        this.name = name;
    }

    /** Answers a payment that went out, and returns the reference of the answer. */
    String paid(long day, String documentNumber, long amount) {
        return add(day, new Answer(documentNumber, amount, true, "00"));
    }

    /** Answers a payment with other occurrences than paid. */
    String notPaid(long day, String documentNumber, long amount, String occurrences) {
        return add(day, new Answer(documentNumber, amount, false, occurrences));
    }

    /** Writes the files; the trailer of the first one's batch claims more than its segments sum to. */
    void write(InboxFolders folders, Expectation expectation) throws IOException {
        long misstated = MISSTATED_CENTS;
        for (Map.Entry<Long, List<Answer>> file : answers.entrySet()) {
            long sum = sumOf(file.getValue());
            int trailer = file.getValue().size() + LINES_BEFORE_SEGMENTS + 1;
            if (misstated != 0) {
                expectation.broken(
                        Reconciliation.RESTAURANT_PAYOUT,
                        ExpectedBreak.ofClaim(
                                BreakType.CONTROL_TOTAL_MISMATCH,
                                pathOn(file.getKey()) + "#" + trailer,
                                -(sum + misstated),
                                -sum));
            }
            write(folders.on(file.getKey()), file.getKey(), file.getValue(), sum + misstated);
            misstated = 0;
        }
    }

    /** Writes the files, whose trailers claim what their segments sum to. */
    void write(InboxFolders folders) throws IOException {
        for (Map.Entry<Long, List<Answer>> file : answers.entrySet()) {
            write(folders.on(file.getKey()), file.getKey(), file.getValue(), sumOf(file.getValue()));
        }
    }

    private static long sumOf(List<Answer> ofDay) {
        return ofDay.stream().mapToLong(Answer::amount).sum();
    }

    private String add(long day, Answer answer) {
        List<Answer> ofDay = answers.computeIfAbsent(day, unseen -> new ArrayList<>());
        ofDay.add(answer);
        return pathOn(day) + "#" + (ofDay.size() + LINES_BEFORE_SEGMENTS);
    }

    private String pathOn(long day) {
        return "bank/cnab/retorno-" + name + "-" + LocalDate.ofEpochDay(day) + ".ret";
    }

    private void write(Path inbox, long day, List<Answer> ofDay, long claimed) throws IOException {
        String date = CnabRecord.date(day);
        try (InboxFile file = new InboxFile(inbox, pathOn(day))) {
            file.write(new CnabRecord()
                    .put(1, "23700000")
                    .put(18, "2")
                    .put(19, "00000000000000")
                    .put(53, "00000000000000000000")
                    .put(73, "COMANDA")
                    .put(103, "BANCO")
                    .put(143, "2" + date + "120000")
                    .put(158, "000001" + "103" + "01600")
                    .bytes());
            file.write(new CnabRecord().put(1, "23700011C2045046").bytes());
            int sequence = 0;
            for (Answer answer : ofDay) {
                file.write(segment(answer, ++sequence, date));
            }
            file.write(new CnabRecord()
                    .put(1, "23700015")
                    .put(18, CnabRecord.digits(ofDay.size() + RECORDS_AROUND_BATCH, 6))
                    .put(24, CnabRecord.digits(claimed, 18))
                    .bytes());
            file.write(new CnabRecord()
                    .put(1, "23799999")
                    .put(18, "000001")
                    .put(24, CnabRecord.digits(ofDay.size() + RECORDS_AROUND_FILE, 6))
                    .bytes());
        }
    }

    private static byte[] segment(Answer answer, int sequence, String date) {
        return new CnabRecord()
                .put(1, "23700013")
                .put(9, CnabRecord.digits(sequence, 5))
                .put(14, "A000018")
                .put(21, "341")
                .put(24, "01234")
                .put(29, "5")
                .put(30, "000000123456")
                .put(42, "7")
                .put(44, "FAVORECIDO")
                .put(74, answer.documentNumber())
                .put(94, date + "BRL")
                .put(105, CnabRecord.digits(0, 15))
                .put(120, CnabRecord.digits(answer.amount(), 15))
                .put(155, date)
                .put(163, CnabRecord.digits(answer.paid() ? answer.amount() : 0, 15))
                .put(231, answer.occurrences())
                .bytes();
    }
}
