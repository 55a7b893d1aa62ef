package dev.comanda.ops.posting.persistence;

import static dev.comanda.ops.posting.persistence.Account.account;
import static dev.comanda.ops.posting.persistence.FactRule.FROM_BEFORE;
import static dev.comanda.ops.posting.persistence.FactRule.OF_THIS_PLATFORM;
import static dev.comanda.sql.marketplace.Tables.COURIER_EARNING;
import static dev.comanda.sql.marketplace.Tables.PAYMENT;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.marketplace.Tables.RESTAURANT_ACCRUAL;

import dev.comanda.ops.posting.persistence.FactRule.Leg;
import java.util.List;
import org.jooq.Condition;

/** What the core services tell: payments, accruals, earnings and payouts, and which of them were open at go-live. */
final class MarketplaceRules {

    private MarketplaceRules() {}

    static List<FactRule> of(PostingWindow window) {
        Account captured = Account.of("psp-clearing", PAYMENT.PSP);
        Condition payments = window.holds(PAYMENT.SOURCE_ID, PAYMENT.BUSINESS_DATE);
        return List.of(
                new FactRule(
                        "payment-captured",
                        PAYMENT,
                        PAYMENT.SOURCE_ID,
                        payments.and(OF_THIS_PLATFORM),
                        List.of(new Leg(captured, account("order-clearing"), PAYMENT.AMOUNT, PAYMENT.CURRENCY))),
                new FactRule(
                        "opening",
                        PAYMENT,
                        PAYMENT.SOURCE_ID,
                        payments.and(FROM_BEFORE),
                        List.of(new Leg(captured, account("opening-balances"), PAYMENT.AMOUNT, PAYMENT.CURRENCY))),
                restaurantAccrued(window),
                new FactRule(
                        "courier-accrued",
                        COURIER_EARNING,
                        COURIER_EARNING.SOURCE_ID,
                        window.holds(COURIER_EARNING.SOURCE_ID, COURIER_EARNING.BUSINESS_DATE),
                        List.of(new Leg(
                                account("courier-cost"),
                                Account.of("courier-payable", COURIER_EARNING.COURIER_ID),
                                COURIER_EARNING.TOTAL,
                                COURIER_EARNING.CURRENCY))),
                payoutInstructed(window, "RESTAURANT", "restaurant-payable", "restaurant-payout-clearing"),
                payoutInstructed(window, "COURIER", "courier-payable", "courier-payout-clearing"),
                payoutFromBefore(window, "RESTAURANT", "restaurant-payout-clearing"),
                payoutFromBefore(window, "COURIER", "courier-payout-clearing"));
    }

    private static FactRule restaurantAccrued(PostingWindow window) {
        Account proceeds = account("order-proceeds");
        return new FactRule(
                "restaurant-accrued",
                RESTAURANT_ACCRUAL,
                RESTAURANT_ACCRUAL.SOURCE_ID,
                window.holds(RESTAURANT_ACCRUAL.SOURCE_ID, RESTAURANT_ACCRUAL.BUSINESS_DATE),
                List.of(
                        new Leg(
                                proceeds,
                                Account.of("restaurant-payable", RESTAURANT_ACCRUAL.RESTAURANT_ID),
                                RESTAURANT_ACCRUAL.NET,
                                RESTAURANT_ACCRUAL.CURRENCY),
                        new Leg(
                                proceeds,
                                account("commission-revenue"),
                                RESTAURANT_ACCRUAL.COMMISSION,
                                RESTAURANT_ACCRUAL.CURRENCY),
                        new Leg(
                                proceeds,
                                account("payment-fee-revenue"),
                                RESTAURANT_ACCRUAL.PAYMENT_FEE,
                                RESTAURANT_ACCRUAL.CURRENCY),
                        new Leg(
                                account("restaurant-adjustments"),
                                proceeds,
                                RESTAURANT_ACCRUAL.ADJUSTMENTS,
                                RESTAURANT_ACCRUAL.CURRENCY)));
    }

    private static FactRule payoutInstructed(PostingWindow window, String party, String payable, String clearing) {
        return new FactRule(
                "payout-instructed",
                PAYOUT,
                PAYOUT.SOURCE_ID,
                payouts(window, party).and(OF_THIS_PLATFORM),
                List.of(new Leg(
                        Account.of(payable, PAYOUT.PARTY_ID),
                        Account.of(clearing, PAYOUT.PARTY_ID),
                        PAYOUT.AMOUNT,
                        PAYOUT.CURRENCY)));
    }

    private static FactRule payoutFromBefore(PostingWindow window, String party, String clearing) {
        return new FactRule(
                "opening",
                PAYOUT,
                PAYOUT.SOURCE_ID,
                payouts(window, party).and(FROM_BEFORE),
                List.of(new Leg(
                        account("opening-balances"),
                        Account.of(clearing, PAYOUT.PARTY_ID),
                        PAYOUT.AMOUNT,
                        PAYOUT.CURRENCY)));
    }

    private static Condition payouts(PostingWindow window, String party) {
        return PAYOUT.PARTY_KIND.eq(party).and(window.holds(PAYOUT.SOURCE_ID, PAYOUT.BUSINESS_DATE));
    }
}
