package dev.comanda.batch.nightly;

import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.Expectation;
import dev.comanda.ops.completeness.Shortfall;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a night lacks of what was configured; the night goes on with what there is. */
record CompletenessCheck(List<Expectation> expectations, Completeness completeness) {

    private static final Logger log = LoggerFactory.getLogger(CompletenessCheck.class);

    CompletenessCheck {
        expectations = List.copyOf(expectations);
    }

    /** How many of the expectations the date has. */
    long expected(LocalDate date) {
        return expectations.stream().filter(each -> each.isFor(date)).count();
    }

    List<Shortfall> check(LocalDate date) {
        completeness.expect(expectations);
        completeness.check(date);
        List<Shortfall> missing = completeness.missing(date);
        missing.forEach(each -> log.warn("businessDate={} is incomplete: {}", date, each.sentence()));
        return missing;
    }
}
