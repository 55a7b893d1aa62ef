package dev.comanda.ops.posting.persistence;

import static dev.comanda.ops.posting.persistence.Account.account;
import static dev.comanda.ops.posting.persistence.FactRule.FROM_BEFORE;
import static dev.comanda.ops.posting.persistence.FactRule.OF_THIS_PLATFORM;
import static dev.comanda.sql.bank.Tables.ENTRY;
import static dev.comanda.sql.psp.Tables.LINE;
import static dev.comanda.sql.psp.Tables.PAYOUT;
import static org.jooq.impl.DSL.coalesce;

import dev.comanda.ops.posting.persistence.FactRule.Leg;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** What providers and banks tell: lines, their fees, payouts and entries. */
final class ProviderRules {

    private static final Account BALANCE = Account.of("psp-balance", LINE.PSP);

    private ProviderRules() {}

    static List<FactRule> of(PostingWindow window) {
        Condition lines = window.holds(LINE.SOURCE_ID, LINE.BUSINESS_DATE);
        Condition settled = lines.and(LINE.KIND.in("SALE", "REFUND", "CHARGEBACK", "UNKNOWN"));
        Condition ofTheProvider = lines.and(LINE.KIND.in("FEE", "ADJUSTMENT"));
        Field<String> netCurrency = coalesce(LINE.NET_CURRENCY, LINE.CURRENCY);
        // What the provider keeps is what such a line changes its balance by; its fee is in there.
        Field<BigDecimal> kept = coalesce(LINE.NET, LINE.AMOUNT).neg();
        return List.of(
                rule(
                        "psp-line",
                        settled,
                        new Leg(BALANCE, Account.of("psp-clearing", LINE.PSP), LINE.AMOUNT, LINE.CURRENCY)),
                rule("psp-fee", settled, new Leg(account("psp-fees"), BALANCE, LINE.FEE, netCurrency)),
                rule("psp-fee", ofTheProvider, new Leg(account("psp-fees"), BALANCE, kept, netCurrency)),
                exchanged(settled.and(LINE.NET_CURRENCY.ne(LINE.CURRENCY))),
                pspPayout(window, "psp-payout", OF_THIS_PLATFORM, Account.of("psp-balance", PAYOUT.PSP)),
                pspPayout(window, "opening", FROM_BEFORE, account("opening-balances")),
                new FactRule(
                        "bank-entry",
                        ENTRY,
                        ENTRY.SOURCE_ID,
                        window.holds(ENTRY.SOURCE_ID, ENTRY.BOOKING_DATE),
                        List.of(new Leg(
                                Account.of("bank", ENTRY.ACCOUNT_ID),
                                Account.of("bank-clearing", ENTRY.ACCOUNT_ID),
                                ENTRY.AMOUNT,
                                ENTRY.CURRENCY))));
    }

    /** A line that is settled in another currency leaves the balance in the one and enters it in the other. */
    private static FactRule exchanged(Condition which) {
        Account exchange = account("fx-clearing");
        Field<BigDecimal> gross = coalesce(LINE.NET, BigDecimal.ZERO).plus(coalesce(LINE.FEE, BigDecimal.ZERO));
        return rule(
                "psp-exchange",
                which,
                new Leg(exchange, BALANCE, LINE.AMOUNT, LINE.CURRENCY),
                new Leg(BALANCE, exchange, gross, LINE.NET_CURRENCY));
    }

    private static FactRule rule(String name, Condition which, Leg... legs) {
        return new FactRule(name, LINE, LINE.SOURCE_ID, which, List.of(legs));
    }

    private static FactRule pspPayout(PostingWindow window, String name, Condition kind, Account from) {
        return new FactRule(
                name,
                PAYOUT,
                PAYOUT.SOURCE_ID,
                window.holds(PAYOUT.SOURCE_ID, PAYOUT.BUSINESS_DATE).and(kind),
                List.of(new Leg(Account.of("psp-payout-clearing", PAYOUT.PSP), from, PAYOUT.AMOUNT, PAYOUT.CURRENCY)));
    }
}
