package dev.comanda.batch.configuration;

import dev.comanda.ops.psp.FeeContract;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.reconciliation.Lags;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What was agreed with providers and banks ({@code comanda.agreements.*}): when what is due, which accounts are shared, which
 * fees are contracted. What is left out is as CONTRACTS section 3 says.
 *
 * @param lags business days until something is due
 * @param sharedAccounts bank accounts that other business uses too, as statements name them
 * @param feeContracts at most one per provider, currency and first day
 */
@ConfigurationProperties(prefix = "comanda.agreements", ignoreUnknownFields = false)
public record Agreements(
        @DefaultValue Days lags, @DefaultValue List<String> sharedAccounts, @DefaultValue List<Contract> feeContracts) {

    private static final int MOST_DAYS = 60;

    public Agreements {
        sharedAccounts = List.copyOf(sharedAccounts);
        feeContracts = List.copyOf(feeContracts);
        Set<List<Object>> seen = new HashSet<>();
        for (Contract contract : feeContracts) {
            if (!seen.add(List.of(contract.psp(), contract.currency(), contract.validFrom()))) {
                throw new IllegalArgumentException(
                        "comanda.agreements.fee-contracts names two for %s, %s from %s: leave one"
                                .formatted(contract.psp().wireName(), contract.currency(), contract.validFrom()));
            }
        }
    }

    /**
     * Business days until something is due.
     *
     * @param settlement from a capture to its settlement, by provider; providers left out keep their standard
     * @param payoutAtBank from the date of a provider's payout to its credit
     * @param accrual from an order's or delivery's completion to its accrual
     * @param partyPayout from the instruction of a payout to its debit
     */
    public record Days(
            @DefaultValue Map<Psp, Integer> settlement,
            @Nullable Integer payoutAtBank,
            @Nullable Integer accrual,
            @Nullable Integer partyPayout) {

        public Days {
            settlement = Map.copyOf(settlement);
            settlement.forEach((psp, days) -> check("settlement." + psp.wireName(), days));
            check("payout-at-bank", payoutAtBank);
            check("accrual", accrual);
            check("party-payout", partyPayout);
        }

        private static void check(String name, @Nullable Integer days) {
            if (days != null && (days < 0 || days > MOST_DAYS)) {
                throw new IllegalArgumentException("comanda.agreements.lags.%s is %d: give business days from 0 to %d"
                        .formatted(name, days, MOST_DAYS));
            }
        }
    }

    /** As {@link FeeContract}; the fixed part is none where it is left out. */
    public record Contract(
            Psp psp, String currency, LocalDate validFrom, BigDecimal rate, @DefaultValue("0") BigDecimal fixed) {

        public Contract {
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("comanda.agreements.fee-contracts has the currency '" + currency
                        + "': give it as in ISO 4217, e.g. BRL");
            }
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("comanda.agreements.fee-contracts has the rate " + rate
                        + ": give a fraction from 0 to 1, as 0.0199 for 1.99 %");
            }
        }
    }

    /** The lags, with the standard ones where none is configured. */
    public Lags allLags() {
        Lags standard = Lags.standard();
        Map<Psp, Integer> settlement = new EnumMap<>(Psp.class);
        standard.settlementByPsp().forEach((psp, days) -> settlement.put(psp(psp), days));
        settlement.putAll(lags.settlement());
        return new Lags(
                settlement.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                each -> each.getKey().wireName(), Map.Entry::getValue)),
                orElse(lags.payoutAtBank(), standard.payoutAtBank()),
                orElse(lags.accrual(), standard.accrual()),
                orElse(lags.partyPayout(), standard.partyPayout()));
    }

    private static Psp psp(String wireName) {
        return Psp.valueOf(wireName.toUpperCase(java.util.Locale.ROOT));
    }

    private static int orElse(@Nullable Integer configured, int standard) {
        return configured == null ? standard : configured;
    }

    /** The contracts as the domain knows them. */
    public List<FeeContract> contracts() {
        return feeContracts.stream()
                .map(each -> new FeeContract(each.psp(), each.currency(), each.validFrom(), each.rate(), each.fixed()))
                .toList();
    }
}
