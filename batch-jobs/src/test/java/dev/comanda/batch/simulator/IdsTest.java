package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void areUniqueInBothForms() {
        Ids ids = new Ids(42);
        Set<String> seen = new HashSet<>();
        for (int count = 0; count < 200_000; count++) {
            assertThat(seen.add(ids.next("ord_").toString())).isTrue();
            assertThat(seen.add(ids.nextShort())).isTrue();
        }
        assertThat(ids.next("ord_").toString()).hasSize(20);
        assertThat(ids.nextShort()).hasSize(11);
    }
}
