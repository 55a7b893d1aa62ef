package dev.comanda.batch.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.completeness.Expectation;
import dev.comanda.ops.completeness.Kind;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Expectations as operations write them. */
class ExpectedTest {

    @Test
    void withoutAnyNothingIsExpected() throws IOException {
        assertThat(of("comanda: {}")).isEmpty();
        assertThat(Expected.all(with(new FileSystemResource("../deploy/config/comanda.yaml"))))
                .isEmpty();
    }

    @Test
    void eachNamesOneThingAndItsDays() throws IOException {
        assertThat(
                        of(
                                """
                comanda.expectations:
                  - { psp: stripe, expected-by: "07:30", lag: 2 }
                  - { psp: pix, expected-by: "02:00", business-days: false }
                  - { account: "0001/12345-6", expected-by: "08:00" }
                  - { feed: ordering, expected-by: "00:30" }
                """))
                .containsExactly(
                        new Expectation(Kind.PSP_FILE, "stripe", true, LocalTime.of(7, 30), 2),
                        new Expectation(Kind.PSP_FILE, "pix", false, LocalTime.of(2, 0), 0),
                        new Expectation(Kind.STATEMENT, "0001/12345-6", true, LocalTime.of(8, 0), 0),
                        new Expectation(Kind.FEED, "ordering", false, LocalTime.of(0, 30), 0));
    }

    @Test
    void whatCannotBeIsRefusedByItsName() {
        refused("{ psp: adyen, feed: ordering, expected-by: '08:00' }", "name exactly one");
        refused("{ expected-by: '08:00' }", "name exactly one");
        refused("{ psp: paypal, expected-by: '08:00' }", "paypal");
        refused("{ psp: adyen, expected-by: 10:30 }", "expected-by '630'");
        refused("{ psp: adyen }", "expected-by 'null'");
        refused("{ psp: adyen, expected-by: '08:00', lag: 61 }", "the lag 61");
        refused("{ feed: ordering, expected-by: '08:00', lag: 1 }", "only for a psp");
        refused("{ psp: adyen, expected-by: '08:00', busines-days: true }", "busines-days");
        refused("{ psp: adyen, expected-by: '08:00' }\n  - { psp: adyen, expected-by: '09:00' }", "two for psp adyen");
    }

    private static void refused(String entry, String words) {
        assertThatThrownBy(() -> of("comanda.expectations:\n  - " + entry)).hasStackTraceContaining(words);
    }

    private static List<Expectation> of(String yaml) throws IOException {
        return Expected.all(with(new ByteArrayResource(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private static StandardEnvironment with(Resource yaml) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader().load("test", yaml).forEach(environment.getPropertySources()::addFirst);
        return environment;
    }
}
