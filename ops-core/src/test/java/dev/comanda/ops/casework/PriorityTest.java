package dev.comanda.ops.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {

    @ParameterizedTest
    @CsvSource({
        "0.00, 0, LOW",
        "99.99, 0, LOW",
        "100.00, 0, NORMAL",
        "999.99, 4, NORMAL",
        "999.99, 5, HIGH",
        "1000.00, 0, HIGH",
        "10000.00, 0, URGENT",
        "0.00, 15, URGENT",
        "10000.00, 100, URGENT"
    })
    void growsWithTheMoneyAndWithEveryWeekOfAge(BigDecimal amount, int age, Priority expected) {
        assertThat(Priority.of(amount, age)).isEqualTo(expected);
    }
}
