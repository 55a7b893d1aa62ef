package dev.comanda.batch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.nightly.NightProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What somebody sees who waits for a command. */
class ProgressDisplayTest {

    private final StringWriter shown = new StringWriter();
    private Instant now = Instant.parse("2026-11-21T03:00:00Z");
    private NightProgress.Snapshot at = new NightProgress.Snapshot("reading psp/adyen/a.csv", 0.25, 1_234_567);

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void elsewhereThanOnATerminalItIsALineAMinute() {
        try (ProgressDisplay display = new ProgressDisplay(() -> at, new PrintWriter(shown, true), false, clock)) {
            for (int second = 0; second < 150; second++) {
                display.tick();
                now = now.plus(Duration.ofSeconds(1));
            }
        }
        assertThat(shown.toString().lines())
                .containsExactly(
                        " 25 %, reading psp/adyen/a.csv, 1,234,567 records, 1:00",
                        " 25 %, reading psp/adyen/a.csv, 1,234,567 records, 2:00");
    }

    @Test
    void onATerminalItIsABarThatIsWrittenOver() {
        try (ProgressDisplay display = new ProgressDisplay(() -> at, new PrintWriter(shown, true), true, clock)) {
            display.tick();
            at = new NightProgress.Snapshot("reconciling " + "x".repeat(80), 1, 1_234_567);
        }
        String[] bars = shown.toString().split("\r");
        assertThat(bars[1]).startsWith("[######..................]  25 %  reading psp/adyen/a.csv");
        assertThat(bars[2])
                .startsWith("[########################] 100 %  ...xxxx")
                .endsWith("0:00\n");
        assertThat(bars[1]).hasSameSizeAs(bars[2].strip());
    }
}
