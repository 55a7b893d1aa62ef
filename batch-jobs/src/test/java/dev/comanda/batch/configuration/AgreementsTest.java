package dev.comanda.batch.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.reconciliation.Lags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Agreements as operations write them. */
class AgreementsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Agreements.class)
    static class Configured {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Configured.class, ConfigurationPropertiesAutoConfiguration.class);

    @Test
    void withoutAnyTheContractsOwnLagsHold() {
        application.run(context ->
                assertThat(context.getBean(Agreements.class).allLags()).isEqualTo(Lags.standard()));
    }

    @Test
    void oneLagIsChangedAndTheOthersStay() {
        application
                .withPropertyValues("comanda.agreements.lags.settlement.adyen=5", "comanda.agreements.lags.accrual=0")
                .run(context -> {
                    Lags lags = context.getBean(Agreements.class).allLags();
                    assertThat(lags.settlementByPsp())
                            .isEqualTo(Map.of("adyen", 5, "stripe", 2, "dlocal", 3, "pix", 1));
                    assertThat(lags.accrual()).isZero();
                    assertThat(lags.partyPayout()).isEqualTo(1);
                });
    }

    @Test
    void contractsAndSharedAccountsAreRead() {
        application
                .withPropertyValues(
                        "comanda.agreements.shared-accounts=0001-1,0002-2",
                        "comanda.agreements.fee-contracts[0].psp=adyen",
                        "comanda.agreements.fee-contracts[0].currency=BRL",
                        "comanda.agreements.fee-contracts[0].valid-from=2026-01-01",
                        "comanda.agreements.fee-contracts[0].rate=0.0199")
                .run(context -> {
                    Agreements agreements = context.getBean(Agreements.class);
                    assertThat(agreements.sharedAccounts()).containsExactly("0001-1", "0002-2");
                    assertThat(agreements.contracts()).singleElement().satisfies(contract -> {
                        assertThat(contract.psp()).isEqualTo(Psp.ADYEN);
                        assertThat(contract.rate()).isEqualByComparingTo("0.0199");
                        assertThat(contract.fixed()).isZero();
                    });
                });
    }

    @Test
    void whatCannotBeIsRefusedByItsName() {
        refused("comanda.agreements.lags.accrual=-1", "comanda.agreements.lags.accrual is -1");
        refused("comanda.agreements.lags.settlement.paypal=1", "paypal");
        refused("comanda.agreements.lag.accrual=1", "comanda.agreements.lag.accrual");
    }

    private void refused(String property, String word) {
        application
                .withPropertyValues(property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(word));
    }

    @Test
    void theFileToStartFromHoldsTheDefaults() throws IOException {
        PropertySource<?> file = new YamlPropertySourceLoader()
                .load("sample", new FileSystemResource(Path.of("../deploy/config/comanda.yaml")))
                .get(0);
        application
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(file))
                .run(context -> {
                    Agreements agreements = context.getBean(Agreements.class);
                    assertThat(agreements.allLags()).isEqualTo(Lags.standard());
                    assertThat(agreements.sharedAccounts()).isEmpty();
                    assertThat(agreements.contracts()).isEmpty();
                });
    }

    @Test
    void twoContractsForOneDayAreRefused() {
        assertThatThrownBy(() -> application
                        .withPropertyValues(contract(0))
                        .withPropertyValues(contract(1))
                        .run(context -> context.getBean(Agreements.class)))
                .hasStackTraceContaining("names two for adyen");
    }

    private static String[] contract(int number) {
        String prefix = "comanda.agreements.fee-contracts[" + number + "].";
        return new String[] {
            prefix + "psp=adyen", prefix + "currency=BRL", prefix + "valid-from=2026-01-01", prefix + "rate=0.01"
        };
    }
}
