package dev.comanda.ops.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void aLineHasNoEndOfLineAndNothingThatATerminalObeys() {
        assertThat(Printable.line("no\n  JSON: \u001b[31m\u009b2J\u0000", 100)).isEqualTo("no JSON: ?[31m?2J?");
    }

    @Test
    void nothingTurnsTheWritingRoundAndNoCharacterIsHalf() {
        assertThat(Printable.line("a\u202eb\ufeffc\ud83d", 100)).isEqualTo("a?b?c?");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(Printable.value("\ud83d\ude00".repeat(3), 2, "...")).isEqualTo("\ud83d\ude00\ud83d\ude00...");
        assertThat(Printable.value("abc", 3, "...")).isEqualTo("abc");
    }
}
