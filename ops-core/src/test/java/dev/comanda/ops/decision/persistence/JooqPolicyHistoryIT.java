package dev.comanda.ops.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.decision.PolicyHistory;
import dev.comanda.ops.decision.PolicyHistory.Period;
import dev.comanda.ops.decision.PolicyHistory.PolicyUse;
import dev.comanda.ops.decision.PolicyHistory.RowDecision;
import dev.comanda.ops.decision.PolicyHistory.RowUse;
import dev.comanda.ops.policy.Action;
import dev.comanda.ops.policy.PastDecision;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPolicyHistoryIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);
    private static final Period THAT_NIGHT = new Period(NIGHT, NIGHT.plusDays(1));

    private PolicyHistory history = new JooqPolicyHistory(postgres.dsl());

    @BeforeEach
    void threeDecisions() {
        history = new JooqPolicyHistory(postgres.dsl());
        postgres.dsl().execute("truncate casework.work_case, policy.decision, policy.version cascade");
        postgres.dsl()
                .execute(
                        """
                        insert into policy.version values ('00000000-0000-0000-0000-000000000001', 'settlement', '7', '<dmn/>',
                            '{"en settlement.claim": "{psp} owes us {amount} {currency}.", "pt settlement.claim": "O {psp} nos deve."}',
                            '2026-11-18')
                        """);
        decide(
                ACase.ofBreak("MISSING_SETTLEMENT", "payment-settlement:P-1").closedWith("CLAIM"),
                "claim",
                "10.00",
                "BRL");
        decide(ACase.ofBreak("MISSING_SETTLEMENT", "payment-settlement:P-2"), "claim", "2.50", "BRL");
        decide(ACase.ofBreak("MISSING_SETTLEMENT", "payment-settlement:P-3").waiting(), "wait", "4.00", "USD");
    }

    private static void decide(ACase about, String row, String amount, String currency) {
        UUID id = about.insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                        insert into policy.decision
                        values (?, '2026-11-20', '00000000-0000-0000-0000-000000000001', ?, ?, 'PSP_OPERATIONS',
                                jsonb_build_object('cause', 'MISSING_SETTLEMENT', 'reconciliation', 'payment-settlement',
                                                   'psp', 'adyen', 'amount', ?, 'currency', ?, 'side', 'LACKING'))
                        """,
                        id,
                        row,
                        row.equals("wait") ? "WAIT" : "CLAIM",
                        amount,
                        currency);
    }

    @Test
    void saysHowManyCasesWereClosedWithoutAPersonOfThoseThatNoLongerWait() {
        assertThat(history.policies(THAT_NIGHT)).containsExactly(new PolicyUse("settlement", 3, 2, 1));
        assertThat(history.policies(new Period(NIGHT.plusDays(1), NIGHT.plusDays(9))))
                .isEmpty();
        assertThat(history.lastDecidedOn()).contains(NIGHT);
        assertThat(history.firstUsedOn(new UUID(0, 1))).contains(LocalDate.of(2026, 11, 18));
    }

    @Test
    void saysHowOftenARowFiredAndOnHowMuch() {
        assertThat(history.rows(THAT_NIGHT))
                .containsExactly(
                        new RowUse("settlement", "claim", 2, amounts("BRL", "12.50")),
                        new RowUse("settlement", "wait", 1, amounts("USD", "4.00")));
    }

    private static SortedMap<String, BigDecimal> amounts(String currency, String amount) {
        return new TreeMap<>(Map.of(currency, new BigDecimal(amount)));
    }

    @Test
    void explainsADecisionInTheWordsOfItsTime() {
        List<RowDecision> decisions = history.decisions("settlement", "claim", 0, 10);
        assertThat(decisions)
                .extracting(each -> each.explanation(Locale.ENGLISH).orElse(""))
                .containsExactlyInAnyOrder("adyen owes us 10.00 BRL.", "adyen owes us 2.50 BRL.");
        assertThat(decisions.get(0).explanation(Locale.forLanguageTag("es"))).contains("O adyen nos deve.");
        assertThat(history.decisions("settlement", "claim", 1, 10)).hasSize(1);
        assertThat(history.decisions("settlement", "claim", 0, 1)).hasSize(1);
    }

    @Test
    void handsOverWhatWasDecidedForATrial() {
        List<PastDecision> past = new ArrayList<>();
        history.past("settlement", THAT_NIGHT, decisions -> {
            decisions.forEach(past::add);
            return past.size();
        });
        assertThat(past).hasSize(3).extracting(each -> each.verdict().action()).containsOnly(Action.CLAIM, Action.WAIT);
        boolean others = history.past(
                "accrual", THAT_NIGHT, decisions -> decisions.iterator().hasNext());
        assertThat(others).isFalse();
    }
}
