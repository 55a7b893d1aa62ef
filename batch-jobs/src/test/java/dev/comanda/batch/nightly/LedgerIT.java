package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.ledger.AccountBalance;
import dev.comanda.ops.ledger.Proof;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights in the ledger: what its clearing accounts hold is what the reconciliations left open. */
class LedgerIT {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 10, 14);
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final int ORDERS = 200;

    /** Accounts that clear nothing, beside the plain sums of their facts. */
    private static final String WHAT_NO_PROOF_COVERS =
            """
            with told as (
                select 'commission-revenue' as account, - sum(commission) as amount from marketplace.restaurant_accrual
                union all
                select 'payment-fee-revenue', - sum(payment_fee) from marketplace.restaurant_accrual
                union all
                select 'restaurant-adjustments', sum(adjustments) from marketplace.restaurant_accrual
                union all
                select 'restaurant-payable', (select sum(amount) from marketplace.payout where party_kind = 'RESTAURANT')
                    - (select sum(net) from marketplace.restaurant_accrual)
                union all
                select 'courier-cost', sum(total) from marketplace.courier_earning
                union all
                select 'psp-fees', sum(case when kind in ('FEE', 'ADJUSTMENT') then - coalesce(net, amount) else fee end)
                from psp.line where kind <> 'PAYOUT'
                union all
                select 'bank', sum(amount) from bank.entry
                union all
                select 'tips', - sum(tip) from marketplace.food_order where outcome = 'COMPLETED'
                union all
                select 'service-fee-revenue', - sum(service_fee) from marketplace.food_order where outcome = 'COMPLETED'
                union all
                select 'delivery-fee-revenue', - sum(delivery_fee) from marketplace.food_order where outcome = 'COMPLETED'
                union all
                select 'discounts', sum(discount) from marketplace.food_order where outcome = 'COMPLETED'
            ), held as (
                select side.account, sum(side.amount) as amount
                from ledger.transfer t
                cross join lateral (values (t.debit_account, t.amount), (t.credit_account, - t.amount)) as side (account, amount)
                group by side.account
            )
            select told.account, told.amount, held.amount
            from told left join held on held.account = told.account
            where coalesce(told.amount, 0) <> coalesce(held.amount, 0)
            """;

    @RegisterExtension
    static final PostgresExtension night = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension days = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension first = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension second = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension third = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension late = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension whole = new PostgresExtension();

    @Test
    void everyCentOfTheExampleNightIsProven() {
        Path inbox = NightOnDatabase.EXAMPLES.resolve("night/inbox");
        assumeTrue(Files.isDirectory(inbox), () -> "skipped: there is no " + inbox);
        NightOnDatabase nights = new NightOnDatabase(night.dsl());
        nights.run(EXAMPLE, inbox);
        assertThat(nights.post(EXAMPLE)).isEmpty();
        assertProven(nights, EXAMPLE);
        assertThat(night.dsl().fetch(WHAT_NO_PROOF_COVERS))
                .as("accounts that hold something else than their facts sum to")
                .isEmpty();
    }

    @Test
    void everyCentOfTheExampleDaysIsProvenEachNight(@TempDir Path inbox) throws IOException {
        Path folder = NightOnDatabase.EXAMPLES.resolve("days/nights");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        NightOnDatabase nights = new NightOnDatabase(days.dsl());
        for (Path day : InboxFiles.children(folder)) {
            LocalDate date = LocalDate.parse(day.getFileName().toString());
            InboxFiles.copy(day, inbox);
            nights.run(date, inbox);
            assertThat(nights.post(date)).as("proofs of %s", date).isEmpty();
            assertProven(nights, date);
        }
    }

    @Test
    void everyCentOfSimulatedDaysIsProvenForThreeSeeds(@TempDir Path folder) throws IOException {
        int seed = 0;
        for (PostgresExtension postgres : List.of(first, second, third)) {
            seed++;
            Path inbox = folder.resolve("seed-" + seed + "/inbox");
            MarketplaceSimulator.simulate(DATE, ORDERS, seed, inbox);
            NightOnDatabase nights = new NightOnDatabase(postgres.dsl());
            // The days before, of which the inbox tells too, are posted night by night.
            for (LocalDate date : List.of(DATE.minusDays(2), DATE, DATE.plusDays(3))) {
                nights.run(date, inbox);
                assertThat(nights.post(date))
                        .as("proofs of seed %d, %s", seed, date)
                        .isEmpty();
                assertProven(nights, date);
            }
        }
    }

    @Test
    void aLateFileAddsWhatItBringsAndNothingTwice(@TempDir Path folder) throws IOException {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, ORDERS, 4, inbox);
        NightOnDatabase atOnce = new NightOnDatabase(whole.dsl());
        atOnce.run(DATE, inbox);
        atOnce.post(DATE);
        Path early = folder.resolve("early");
        InboxFiles.copy(inbox, early);
        InboxFiles.delete(early.resolve("psp"));
        NightOnDatabase nights = new NightOnDatabase(late.dsl());
        nights.run(DATE, early);
        assertThat(nights.post(DATE)).isEmpty();

        nights.run(DATE, inbox);
        assertThat(nights.post(DATE)).isEmpty();

        assertThat(balances(nights)).isEqualTo(balances(atOnce));
        List<String> journals = nights.journals(DATE);
        nights.post(DATE);
        assertThat(nights.journals(DATE)).isEqualTo(journals);
    }

    private static void assertProven(NightOnDatabase nights, LocalDate date) {
        assertThat(nights.ledger().proofs(date)).isNotEmpty().allMatch(Proof::holds);
        assertThat(nights.ledger().trialBalance(date).stream()
                        .map(AccountBalance::balance)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static List<String> balances(NightOnDatabase nights) {
        return nights.ledger().trialBalance(DATE).stream()
                .flatMap(account -> Stream.concat(
                        Stream.of(account), nights.ledger().balancesByParty(account.account(), DATE).stream()))
                .filter(each -> each.balance().signum() != 0)
                .map(each -> String.join(
                        " ",
                        each.account(),
                        each.party(),
                        each.currency(),
                        each.balance().stripTrailingZeros().toPlainString()))
                .toList();
    }
}
