package dev.comanda.ops.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest
    @CsvSource({"visa,18", "mc,40", "amex,14", "diners,25", "discover,25", "jcb,40", "pix,7", "elo,18", "unknown,18"})
    void eachSchemeHasItsDaysAndWhatNobodyNamedTheShortestOfTheLargeOnes(String scheme, int days) {
        assertThat(Deadlines.standard().of(scheme)).isEqualTo(days);
    }

    @Test
    void configuredDaysReplaceOnlyTheirScheme() {
        Deadlines changed = Deadlines.standard().with(Map.of("elo", 20, "visa", 9));
        assertThat(changed.of("elo")).isEqualTo(20);
        assertThat(changed.of("visa")).isEqualTo(9);
        assertThat(changed.of("mc")).isEqualTo(40);
    }

    @Test
    void refusesDaysThatAreNone() {
        assertThatThrownBy(() -> Deadlines.standard().with(Map.of("visa", 0)))
                .hasMessage("the deadline of visa is 0 days: write the scheme in lower case and 1 to 365 days");
        assertThatThrownBy(() -> Deadlines.standard().with(Map.of("VISA", 18))).hasMessageContaining("lower case");
    }
}
