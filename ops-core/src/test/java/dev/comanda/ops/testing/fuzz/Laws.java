package dev.comanda.ops.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What holds for every reader and every input. */
final class Laws {

    private final FuzzedReader reader;

    Laws(FuzzedReader reader) {
        this.reader = reader;
    }

    /** Reads the input twice, the second time in small pieces, and throws where a law is broken. */
    Reading check(byte[] input) throws Exception {
        Reading reading = reader.read(new ByteArrayInputStream(input));
        everythingIsAccountedFor(reading);
        everyRefusalIsASentence(reading);
        assertThat(reader.read(new InPieces(input)))
                .as("the same bytes, arriving in pieces")
                .isEqualTo(reading);
        return reading;
    }

    private static void everythingIsAccountedFor(Reading reading) {
        if (!reading.isWhole()) {
            return;
        }
        assertThat(reading.accepted() + reading.ignored() + reading.refused().size())
                .as("taken, ignored and refused records of %s", reading)
                .isEqualTo(reading.records());
        Set<Long> refused =
                reading.refused().stream().map(Refused::place).collect(Collectors.toCollection(TreeSet::new));
        assertThat(refused).as("the places of what was refused").allMatch(place -> place > 0);
    }

    private static void everyRefusalIsASentence(Reading reading) {
        reading.refused().forEach(each -> Sentences.assertSentence(each.sentence()));
        if (reading.refusal() != null) {
            Sentences.assertSentence(reading.refusal());
        }
    }
}
