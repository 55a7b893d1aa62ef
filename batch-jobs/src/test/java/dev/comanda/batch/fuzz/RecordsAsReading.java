package dev.comanda.batch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.Records;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of a file as the fuzzing compares them. What is of the file as a whole stands at place 0. */
final class RecordsAsReading {

    private final SortedMap<Long, String> taken = new TreeMap<>();

    private RecordsAsReading() {}

    static Reading of(Records records) {
        return new RecordsAsReading().reading(records);
    }

    private Reading reading(Records records) {
        records.lines.forEach(each -> add(each.position(), each));
        records.entries.forEach(each -> add(each.ordinal(), each));
        records.payoutReturns.forEach(each -> add(each.line(), each));
        // dLocal's HEADER is a record that states a payout and no line.
        boolean isDlocal = records.payouts.stream().anyMatch(each -> each.psp() == Psp.DLOCAL);
        long places = records.lines.size()
                + records.payoutReturns.size()
                + (isDlocal ? records.payouts.size() : 0)
                + records.entries.stream()
                        .mapToLong(each -> each.ordinal())
                        .distinct()
                        .count();
        assertThat(records.counts.accepted()).as("the records that were taken").isEqualTo(places);
        records.payouts.forEach(each -> add(0, each));
        records.controlTotals.forEach(each -> add(0, each));
        records.statements.forEach(each -> add(0, each));
        records.warnings.forEach(each -> add(0, each));
        List<Refused> refused = records.rejected.stream()
                .map(each -> new Refused(each.line(), each.sentence()))
                .toList();
        return new Reading(
                records.counts.read(), records.counts.accepted(), records.counts.ignored(), taken, refused, null);
    }

    private void add(long place, Object record) {
        taken.merge(place, record.toString(), (before, next) -> before + "\n" + next);
    }
}
