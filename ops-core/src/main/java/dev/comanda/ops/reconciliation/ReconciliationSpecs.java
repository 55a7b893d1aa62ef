package dev.comanda.ops.reconciliation;

import static dev.comanda.ops.reconciliation.BreakRule.Comparison.ANY;
import static dev.comanda.ops.reconciliation.BreakRule.Comparison.OTHER_CURRENCY;
import static dev.comanda.ops.reconciliation.BreakRule.Comparison.RIGHTS_ARE_LESS;
import static dev.comanda.ops.reconciliation.BreakRule.Comparison.RIGHTS_ARE_MORE;
import static dev.comanda.ops.reconciliation.BreakRule.Comparison.SAME_CURRENCY;
import static dev.comanda.ops.reconciliation.BreakRule.Timing.AFTER_DUE;
import static dev.comanda.ops.reconciliation.BreakRule.Timing.AT_ONCE;
import static dev.comanda.ops.reconciliation.ItemKind.CANCELLED;
import static dev.comanda.ops.reconciliation.ItemKind.COMPLETED;
import static dev.comanda.ops.reconciliation.ItemKind.ENTRY;
import static dev.comanda.ops.reconciliation.ItemKind.FOR_FINISHED_ORDER;
import static dev.comanda.ops.reconciliation.ItemKind.FOR_NO_ORDER;
import static dev.comanda.ops.reconciliation.ItemKind.PAID;
import static dev.comanda.ops.reconciliation.ItemKind.PLAIN;
import static dev.comanda.ops.reconciliation.ItemKind.REFUND;
import static dev.comanda.ops.reconciliation.ItemKind.REFUSED;
import static dev.comanda.ops.reconciliation.ItemKind.SALE;
import static dev.comanda.ops.reconciliation.ItemKind.SHARED_ENTRY;
import static dev.comanda.ops.reconciliation.MatchKey.REFERENCE;
import static dev.comanda.ops.reconciliation.MatchKey.SECOND_REFERENCE;

import dev.comanda.ops.reconciliation.BreakRule.LeftAlone;
import dev.comanda.ops.reconciliation.BreakRule.LeftWithItsRights;
import dev.comanda.ops.reconciliation.BreakRule.RightAlone;
import dev.comanda.ops.reconciliation.BreakRule.RightOfMatched;
import dev.comanda.ops.reconciliation.BreakRule.RightRepeated;
import dev.comanda.ops.reconciliation.MatchRule.ByExistence;
import dev.comanda.ops.reconciliation.MatchRule.JoinsItsGroup;
import dev.comanda.ops.reconciliation.MatchRule.LeftsSumToRight;
import dev.comanda.ops.reconciliation.MatchRule.NothingDue;
import dev.comanda.ops.reconciliation.MatchRule.OneToOne;
import dev.comanda.ops.reconciliation.MatchRule.OnlyPairInItsDays;
import dev.comanda.ops.reconciliation.MatchRule.OnlyRight;
import dev.comanda.ops.reconciliation.MatchRule.RightsSumToLeft;
import dev.comanda.ops.reconciliation.MatchRule.WithinTolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The reconciliations of CONTRACTS section 4, word by word. */
public final class ReconciliationSpecs {

    private static final Set<ItemKind> FINISHED = Set.of(FOR_FINISHED_ORDER);
    private static final Set<ItemKind> SALES = Set.of(SALE);
    private static final Set<ItemKind> PLAIN_ITEMS = Set.of(PLAIN);
    private static final Set<ItemKind> BANK_ENTRIES = Set.of(ENTRY, SHARED_ENTRY);
    private static final Set<ItemKind> PROOFS_OF_PAYMENT = Set.of(ENTRY, SHARED_ENTRY, PAID);
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");

    private ReconciliationSpecs() {}

    /** All specs, in the order in which a night runs them. */
    public static List<ReconciliationSpec> all() {
        return List.of(
                orderPayment(),
                paymentSettlement(),
                pspPayout(),
                restaurantAccrual(),
                courierAccrual(),
                partyPayouts());
    }

    /** The spec that publishes under this name. */
    public static ReconciliationSpec of(Reconciliation reconciliation) {
        return all().stream()
                .filter(spec -> spec.reconciliations().contains(reconciliation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(reconciliation + " has no spec"));
    }

    static ReconciliationSpec orderPayment() {
        return new ReconciliationSpec(
                List.of(Reconciliation.ORDER_PAYMENT),
                ItemRole.ORDER,
                Set.of(ItemRole.PAYMENT),
                List.of(
                        new OnlyRight("exact", REFERENCE, FINISHED),
                        new RightsSumToLeft("split", REFERENCE, FINISHED),
                        new NothingDue("nothing-due")),
                List.of(
                        new LeftWithItsRights(BreakType.CAPTURED_CANCELLED, AT_ONCE, ANY, Set.of(CANCELLED), FINISHED),
                        new LeftWithItsRights(
                                BreakType.OVERCAPTURED, AT_ONCE, RIGHTS_ARE_MORE, Set.of(COMPLETED), FINISHED),
                        new LeftWithItsRights(
                                BreakType.UNDERCAPTURED, AT_ONCE, RIGHTS_ARE_LESS, Set.of(COMPLETED), FINISHED),
                        new LeftAlone(BreakType.UNPAID_ORDER, AT_ONCE),
                        new RightAlone(BreakType.PAYMENT_WITHOUT_ORDER, Set.of(FOR_NO_ORDER)),
                        new RightOfMatched(BreakType.CAPTURED_CANCELLED, FINISHED, Set.of(CANCELLED), false),
                        new RightAlone(BreakType.OVERCAPTURED, FINISHED)),
                Set.of());
    }

    static ReconciliationSpec paymentSettlement() {
        return new ReconciliationSpec(
                List.of(Reconciliation.PAYMENT_SETTLEMENT),
                ItemRole.CAPTURE,
                Set.of(ItemRole.PSP_LINE),
                List.of(
                        new OneToOne("exact", REFERENCE, SALES),
                        new RightsSumToLeft("split", REFERENCE, SALES),
                        new OneToOne("reference", SECOND_REFERENCE, SALES),
                        new LeftsSumToRight("grouped", SECOND_REFERENCE, SALES),
                        new WithinTolerance("tolerance", REFERENCE, SALES, ONE_CENT)),
                List.of(
                        new LeftWithItsRights(BreakType.AMOUNT_MISMATCH, AFTER_DUE, SAME_CURRENCY, PLAIN_ITEMS, SALES),
                        new LeftWithItsRights(BreakType.CURRENCY_MISMATCH, AT_ONCE, OTHER_CURRENCY, PLAIN_ITEMS, SALES),
                        new RightOfMatched(BreakType.DUPLICATE_SETTLEMENT, SALES, PLAIN_ITEMS, true),
                        new RightAlone(BreakType.UNKNOWN_SETTLEMENT, SALES),
                        new RightAlone(BreakType.UNEXPECTED_REFUND, Set.of(REFUND)),
                        new RightAlone(BreakType.CHARGEBACK, Set.of(ItemKind.CHARGEBACK)),
                        new RightAlone(BreakType.UNKNOWN_LINE_TYPE, Set.of(ItemKind.UNKNOWN)),
                        new LeftAlone(BreakType.MISSING_SETTLEMENT, AFTER_DUE)),
                Set.of(FileCheck.PSP_CONTROL_TOTALS));
    }

    static ReconciliationSpec pspPayout() {
        return new ReconciliationSpec(
                List.of(Reconciliation.PSP_PAYOUT),
                ItemRole.PSP_PAYOUT,
                Set.of(ItemRole.BANK_CREDIT),
                List.of(
                        new OneToOne("exact", REFERENCE, BANK_ENTRIES),
                        new OnlyPairInItsDays("amount-date", BANK_ENTRIES)),
                List.of(
                        new LeftWithItsRights(BreakType.AMOUNT_MISMATCH, AFTER_DUE, ANY, PLAIN_ITEMS, BANK_ENTRIES),
                        new RightAlone(BreakType.UNEXPECTED_CREDIT, Set.of(ENTRY)),
                        new LeftAlone(BreakType.PAYOUT_NOT_RECEIVED, AFTER_DUE)),
                Set.of(FileCheck.STATEMENT_SEQUENCE, FileCheck.STATEMENT_BALANCE));
    }

    static ReconciliationSpec restaurantAccrual() {
        return accrual(Reconciliation.RESTAURANT_ACCRUAL, ItemRole.COMPLETED_ORDER, ItemRole.RESTAURANT_ACCRUAL);
    }

    static ReconciliationSpec courierAccrual() {
        return accrual(Reconciliation.COURIER_ACCRUAL, ItemRole.DELIVERY, ItemRole.COURIER_EARNING);
    }

    private static ReconciliationSpec accrual(Reconciliation name, ItemRole left, ItemRole right) {
        return new ReconciliationSpec(
                List.of(name),
                left,
                Set.of(right),
                List.of(new ByExistence("exact", REFERENCE, PLAIN_ITEMS)),
                List.of(
                        new RightOfMatched(BreakType.DUPLICATE_ACCRUAL, PLAIN_ITEMS, PLAIN_ITEMS, false),
                        new RightAlone(BreakType.ACCRUAL_WITHOUT_ORDER, PLAIN_ITEMS),
                        new LeftAlone(BreakType.MISSING_ACCRUAL, AFTER_DUE)),
                Set.of());
    }

    /** Restaurant and courier payouts: a debit belongs to the one whose payout it references or meets. */
    static ReconciliationSpec partyPayouts() {
        return new ReconciliationSpec(
                List.of(Reconciliation.RESTAURANT_PAYOUT, Reconciliation.COURIER_PAYOUT),
                ItemRole.PAYOUT,
                Set.of(ItemRole.BANK_DEBIT, ItemRole.PAYOUT_RETURN),
                List.of(
                        new OneToOne("exact", REFERENCE, BANK_ENTRIES),
                        new OneToOne("exact", REFERENCE, Set.of(PAID)),
                        new JoinsItsGroup("exact", PROOFS_OF_PAYMENT),
                        new OnlyPairInItsDays("amount-date", BANK_ENTRIES)),
                List.of(
                        new LeftWithItsRights(BreakType.PAYOUT_RETURNED, AT_ONCE, ANY, PLAIN_ITEMS, Set.of(REFUSED)),
                        new LeftWithItsRights(
                                BreakType.AMOUNT_MISMATCH, AFTER_DUE, ANY, PLAIN_ITEMS, PROOFS_OF_PAYMENT),
                        new RightRepeated(BreakType.DUPLICATE_PAYOUT, PROOFS_OF_PAYMENT),
                        new RightOfMatched(BreakType.AMOUNT_MISMATCH, PROOFS_OF_PAYMENT, PLAIN_ITEMS, false),
                        new RightOfMatched(BreakType.PAYOUT_RETURNED, Set.of(REFUSED), PLAIN_ITEMS, false),
                        new RightAlone(BreakType.UNEXPECTED_DEBIT, Set.of(ENTRY, PAID, REFUSED)),
                        new LeftAlone(BreakType.PAYOUT_NOT_DEBITED, AFTER_DUE)),
                Set.of(FileCheck.CNAB_CONTROL_TOTALS));
    }
}
