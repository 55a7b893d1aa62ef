package dev.comanda.ops.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** What people are told when something from outside cannot be taken. */
public final class Sentences {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_000;

    private static final Set<Integer> UNPRINTABLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private Sentences() {}

    /** Throws where the text is none that a person can be shown. */
    public static void assertSentence(String text) {
        assertThat(text)
                .hasSizeBetween(SHORTEST, LONGEST)
                .doesNotContain("Exception", "java.", "dev.comanda", "null pointer")
                .matches(Sentences::isPrintable, "is one line of printable text");
    }

    /** Nothing that a terminal obeys, nothing that turns the writing round, no half of a character. */
    private static boolean isPrintable(String text) {
        return text.codePoints().map(Character::getType).noneMatch(UNPRINTABLE::contains);
    }
}
