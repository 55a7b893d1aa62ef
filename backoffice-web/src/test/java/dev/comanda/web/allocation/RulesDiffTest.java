package dev.comanda.web.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.web.allocation.RulesDiff.Line;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an approver sees of a change. */
class RulesDiffTest {

    @Test
    void onlyWhatIsDifferentAndALittleAroundItIsShown() {
        String before =
                IntStream.rangeClosed(1, 20).mapToObj(each -> "line " + each).collect(Collectors.joining("\n"));
        String after = before.replace("line 10", "<b>10</b>").replace("line 20", "line 20\nline 21");
        assertThat(RulesDiff.of(before, after).stream().map(RulesDiffTest::text))
                .containsExactly(
                        "…",
                        " line 7",
                        " line 8",
                        " line 9",
                        "-line 10",
                        "+<b>10</b>",
                        " line 11",
                        " line 12",
                        " line 13",
                        "…",
                        " line 18",
                        " line 19",
                        " line 20",
                        "+line 21");
    }

    @Test
    void whatIsTakenAwayIsShownToo() {
        assertThat(RulesDiff.of("a\nb\n", "a\n").stream().map(RulesDiffTest::text))
                .containsExactly(" a", "-b");
    }

    private static String text(Line line) {
        return line.sign() + line.text();
    }
}
