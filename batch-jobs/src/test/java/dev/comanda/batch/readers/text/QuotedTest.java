package dev.comanda.batch.readers.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void aValueIsShownOnOneLineWithoutWhatATerminalObeys() {
        assertThat(Quoted.of("a\nb\tc\u001b[31m\u0085\u009b2J")).isEqualTo("'a?b?c?[31m??2J'");
    }

    @Test
    void aValueCannotTurnTheSentenceRound() {
        assertThat(Quoted.of("a\u202eb\u2028c\ufeff")).isEqualTo("'a?b?c?'");
    }

    @Test
    void aLongValueIsCutBetweenCharactersAndNotInside() {
        String smiling = "\ud83d\ude00";

        assertThat(Quoted.of(smiling.repeat(41))).isEqualTo("'" + smiling.repeat(40) + "…'");
        assertThat(Quoted.of(smiling.repeat(40))).isEqualTo("'" + smiling.repeat(40) + "'");
    }

    @Test
    void halfOfACharacterIsShownAsNone() {
        assertThat(Quoted.of("a\ud83d")).isEqualTo("'a?'");
    }

    @Test
    void whatAParserSaysIsOneLineOfBoundedLength() {
        assertThat(Quoted.message("no\n  JSON: '\u0007'")).isEqualTo("no JSON: '?'");
        assertThat(Quoted.message("x".repeat(1000))).hasSize(301);
    }
}
