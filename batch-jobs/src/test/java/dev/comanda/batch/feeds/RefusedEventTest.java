package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedEventTest {

    private static final String PLACED = "ordering.order.placed.v1";
    private static final String COMPLETED = "ordering.order.completed.v1";

    @Test
    void namesTheFieldInsideListsAndObjects() {
        assertThat(RecordedEvents.rejected(Examples.changed(PLACED, "3.10", "3.101")))
                .isEqualTo("SCHEMA_VIOLATION: data.items[1].unitPrice may have at most 2 digits after the point in BRL,"
                        + " but is \"3.101\"");
        assertThat(RecordedEvents.rejected(Examples.changed(PLACED, "\"tip\":\"0.00\",", "")))
                .isEqualTo("SCHEMA_VIOLATION: data.amounts.tip is missing or null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\":\"1.0\"  | \"specversion\":\"1.1\" | specversion",
                "\"id\":\"e-1\"           | \"id\":\"\"             | id",
                "\"id\":\"e-1\"           | \"id\":7                | id",
                "\"id\":\"e-1\"           | \"id\":null             | id",
                "\"source\":\"/ordering\" | \"source\":\"/courier\" | source",
                "\"source\":\"/ordering\" | \"source\":\"/billing\" | source",
                "\"subject\":\"subject-1\"| \"subject\":\"\"        | subject",
                "2026-10-07T12:46:14-03:00\",\"datac | yesterday\",\"datac | time",
                "application/json         | text/plain              | datacontenttype",
                "\"data\":{               | \"other\":{             | data",
                "\"type\":\"ordering      | \"kind\":\"ordering     | type",
            })
    void refusesEnvelopesThatBreakARule(String good, String bad, String field) {
        String event = Examples.event(COMPLETED);
        assertThat(event).contains(good);

        assertThat(RecordedEvents.rejected(event.replace(good, bad))).startsWith("SCHEMA_VIOLATION: " + field + " ");
    }

    @Test
    void ignoresUnknownTypesWhateverElseIsWrongWithThem() {
        assertThat(RecordedEvents.of("{\"type\":\"ordering.order.rated.v1\"}").ignored)
                .isEqualTo(List.of("ordering.order.rated.v1"));
        assertThat(RecordedEvents.of("{\"data\":7,\"id\":7,\"type\":\"x\"}").ignored)
                .isEqualTo(List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"broken-1\"",
                "",
                "hello",
                "{\"type\":\"x\",\"type\":\"x\"}",
                "{\"type\":\"x\",\"data\":{\"a\":1,\"b\":2,\"a\":1}}",
                "{\"type\":\"x\",\"e\":1,\"e\":null}",
                "{\"type\":\"x\"} {}",
                "{\"type\":\"x\"}]",
                "{\"type\":\"x\",\"data\":NaN}",
                "{\"type\":\"x\",\"data\":01}",
                "{\"type\":\"x\",\"data\":'a'}",
                "{\"type\":\"x\",}",
                "{\"type\":\"x\" /* */}",
                "{\"type\":\"x\",\"data\":\"a\tb\"}",
                "{\"type\":\"ordering.order.completed.v1\",\"version\":\"no\",\"data\":{\"version\":0}",
            })
    void refusesWhatIsNoStrictJson(String line) {
        assertThat(RecordedEvents.rejected(line)).startsWith("MALFORMED_JSON: ");
    }

    @Test
    void refusesMembersThatAreThereTwiceInKnownData() {
        assertThat(RecordedEvents.rejected(Examples.changed(COMPLETED, "\"version\":2", "\"version\":2,\"version\":2")))
                .startsWith("MALFORMED_JSON: ")
                .contains("\"version\" is there twice");
    }

    @Test
    void refusesJsonThatNestsTooDeep() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        assertThat(RecordedEvents.rejected("{\"type\":\"x\",\"data\":" + deep + "}"))
                .startsWith("MALFORMED_JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E-99999999999", "1e2147483648", "100e2147483647", "0.1e-2147483647"})
    void aNumberBeyondAllCountingIsOneLineThatIsRefusedOrIgnored(String number) {
        String data = Examples.changed(COMPLETED, "\"version\":2", "\"version\":2,\"more\":" + number);

        assertThat(RecordedEvents.rejected(data)).startsWith("SCHEMA_VIOLATION: data.more holds the number");
        assertThat(RecordedEvents.rejected(number)).startsWith("SCHEMA_VIOLATION: an event must be an object");
        assertThat(RecordedEvents.of("{\"type\":\"x\",\"data\":" + number + "}").ignored)
                .isEqualTo(List.of("x"));
    }

    @Test
    void aSentenceHoldsNothingThatTurnsTheWritingRound() {
        assertThat(RecordedEvents.rejected(
                        Examples.changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}", "a\u202eb\u0085\"}")))
                .contains("\"a?b?\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null", "true"})
    void refusesJsonThatIsNoObject(String line) {
        assertThat(RecordedEvents.rejected(line)).startsWith("SCHEMA_VIOLATION: an event must be an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "c080", "eda080", "f4908080", "80", "ff", "e282", "f0808080", "00"})
    void refusesBytesThatAreNoText(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        byte[] event = Examples.event(COMPLETED).getBytes(StandardCharsets.UTF_8);
        for (int at = 60; at < 68; at++) {
            byte[] broken = event.clone();
            System.arraycopy(bad, 0, broken, at, bad.length);
            assertThat(RecordedEvents.rejected(broken)).startsWith("UNREADABLE_TEXT: byte " + (at + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "\\ud800\\ud800"})
    void refusesEscapesThatAreNoText(String escape) {
        assertThat(RecordedEvents.rejected(Examples.changed(COMPLETED, "ord_1", escape)))
                .startsWith("UNREADABLE_TEXT: ");
    }

    @Test
    void refusesNamesThatAreNoText() {
        String event = Examples.event(COMPLETED);

        assertThat(RecordedEvents.rejected(event.replace("\"version\"", "\"\\u0000\":1,\"version\"")))
                .startsWith("UNREADABLE_TEXT: ");
        assertThat(RecordedEvents.rejected(event.replace("\"version\"", "\"\\ud800\":1,\"version\"")))
                .startsWith("MALFORMED_JSON: ");
    }

    @Test
    void ignoresUnknownTypesWithNumbersThatNoDatabaseTakes() {
        assertThat(RecordedEvents.of("{\"type\":\"x\",\"data\":1e999999}").ignored)
                .containsExactly("x");
    }

    @Test
    void keepsRawBytesLengthAndDigestOfWhatItRefuses() throws Exception {
        String line = "{\"a\":\"" + "x".repeat(100_000);
        RecordedEvents events = RecordedEvents.of(line);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(events.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.raw()).hasSize(65_536).startsWith('{', '"', 'a');
            assertThat(rejected.rawLength()).isEqualTo(bytes.length);
            assertThat(rejected.rawSha256())
                    .isEqualTo(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        });
    }

    @Test
    void refusesARecordOfMoreThanOneMebibyte() {
        String event = Examples.event(COMPLETED);
        String longest = event + " ".repeat((1 << 20) - event.length());

        assertThat(RecordedEvents.of(longest).accepted).hasSize(1);
        assertThat(RecordedEvents.of(longest + " ").rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(ReasonCode.TOO_LONG));
    }
}
