package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class CurrenciesTest {

    @Test
    void haveTheDigitsThatTheJdkKnows() {
        for (Currency known : Currency.getAvailableCurrencies()) {
            String code = known.getCurrencyCode();
            if (Currencies.isKnown(code)) {
                assertThat(Currencies.decimals(code)).as(code).isEqualTo(known.getDefaultFractionDigits());
            }
        }
    }

    @Test
    void haveNoMoreDigitsThanTheMost() {
        assertThat(Currencies.all().values()).allMatch(decimals -> decimals <= Currencies.MOST_DECIMALS);
    }
}
