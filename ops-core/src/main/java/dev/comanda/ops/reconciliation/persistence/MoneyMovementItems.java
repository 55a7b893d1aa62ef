package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.RoleItems.NO_SCOPE;
import static dev.comanda.ops.reconciliation.persistence.RoleItems.kind;
import static dev.comanda.sql.bank.Tables.ACCOUNT;
import static dev.comanda.sql.bank.Tables.ENTRY;
import static dev.comanda.sql.bank.Tables.PAYOUT_RETURN;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.PAYMENT;
import static dev.comanda.sql.psp.Tables.LINE;
import static dev.comanda.sql.psp.Tables.PAYOUT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Items that come from files of PSPs and banks: lines, payouts, entries and returns. */
final class MoneyMovementItems {

    private static final Field<String> NO_TEXT = inline((String) null);
    private static final Field<LocalDate> NO_DATE = inline((LocalDate) null);

    private final Candidates candidates;
    private final Field<Short> definition;
    private final Lags lags;

    MoneyMovementItems(Candidates candidates, Reconciliation lead, Lags lags) {
        this.candidates = candidates;
        this.definition = inline(lead.id());
        this.lags = lags;
    }

    /** Fees, adjustments and payout rows go to the ledger and are no items. */
    List<Select<? extends Record>> pspLines() {
        return candidates.ofFixedFacts(ItemRole.PSP_LINE, LINE.SOURCE_ID, LINE.ITEM_ID, chosen -> select(
                        inline(ItemRole.PSP_LINE.id()),
                        LINE.ITEM_ID,
                        definition,
                        LINE.KIND,
                        LINE.PSP,
                        referenceThatAnEventCarries(),
                        LINE.MERCHANT_REFERENCE,
                        LINE.CURRENCY,
                        LINE.AMOUNT,
                        LINE.BUSINESS_DATE,
                        NO_DATE,
                        NO_DATE,
                        SOURCE.PATH,
                        LINE.POSITION.cast(Long.class),
                        LINE.PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(LINE)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(LINE.SOURCE_ID))
                .where(LINE.KIND.in("SALE", "REFUND", "CHARGEBACK", "UNKNOWN"))
                .and(chosen));
    }

    /** Stripe's line names a charge and a payment intent, and an event may carry either: the one that a payment has counts. */
    private static Field<String> referenceThatAnEventCarries() {
        return when(
                        LINE.SECOND_REFERENCE
                                .isNotNull()
                                .and(not(aPaymentHas(LINE.PSP_REFERENCE)))
                                .and(aPaymentHas(LINE.SECOND_REFERENCE)),
                        LINE.SECOND_REFERENCE)
                .otherwise(LINE.PSP_REFERENCE);
    }

    private static Condition aPaymentHas(Field<String> reference) {
        return exists(selectOne()
                .from(PAYMENT)
                .where(PAYMENT.PSP_REFERENCE.eq(reference))
                .and(PAYMENT.PSP.eq(LINE.PSP)));
    }

    List<Select<? extends Record>> pspPayouts() {
        BankDays.Day due = BankDays.after(PAYOUT.BUSINESS_DATE, inline(lags.payoutAtBank()));
        return candidates.ofFixedFacts(ItemRole.PSP_PAYOUT, PAYOUT.SOURCE_ID, PAYOUT.ITEM_ID, chosen -> select(
                        inline(ItemRole.PSP_PAYOUT.id()),
                        PAYOUT.ITEM_ID,
                        definition,
                        kind(ItemKind.PLAIN),
                        NO_SCOPE,
                        PAYOUT.REFERENCE,
                        NO_TEXT,
                        PAYOUT.CURRENCY,
                        PAYOUT.AMOUNT,
                        PAYOUT.BUSINESS_DATE,
                        due.date(),
                        NO_DATE,
                        SOURCE.PATH,
                        PAYOUT.POSITION.cast(Long.class),
                        inline(0),
                        SOURCE.LEGAL_ENTITY_ID)
                .from(PAYOUT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(PAYOUT.SOURCE_ID))
                .leftJoin(due.table())
                .on(trueCondition())
                .where(chosen));
    }

    /** Credits or debits; which payout an entry references is resolved once all candidates are there. */
    List<Select<? extends Record>> bankEntries(ItemRole role) {
        Condition direction =
                role == ItemRole.BANK_CREDIT ? ENTRY.AMOUNT.gt(BigDecimal.ZERO) : ENTRY.AMOUNT.lt(BigDecimal.ZERO);
        Field<String> ofAccount =
                when(ACCOUNT.IS_SHARED, kind(ItemKind.SHARED_ENTRY)).otherwise(kind(ItemKind.ENTRY));
        return candidates.ofFixedFacts(role, ENTRY.SOURCE_ID, ENTRY.ITEM_ID, chosen -> select(
                        inline(role.id()),
                        ENTRY.ITEM_ID,
                        definition,
                        ofAccount,
                        NO_SCOPE,
                        NO_TEXT,
                        NO_TEXT,
                        ENTRY.CURRENCY,
                        ENTRY.AMOUNT,
                        ENTRY.BOOKING_DATE,
                        NO_DATE,
                        ENTRY.VALUE_DATE,
                        SOURCE.PATH,
                        ENTRY.POSITION.cast(Long.class),
                        ENTRY.PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(ENTRY)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(ENTRY.SOURCE_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(ENTRY.ACCOUNT_ID))
                .where(direction)
                .and(chosen));
    }

    /** A bank's answers that move money, or say that it did not move; that an order was accepted moves none. */
    List<Select<? extends Record>> payoutReturns() {
        return candidates.ofFixedFacts(
                ItemRole.PAYOUT_RETURN, PAYOUT_RETURN.SOURCE_ID, PAYOUT_RETURN.ITEM_ID, chosen -> select(
                                inline(ItemRole.PAYOUT_RETURN.id()),
                                PAYOUT_RETURN.ITEM_ID,
                                definition,
                                PAYOUT_RETURN.OUTCOME,
                                NO_SCOPE,
                                PAYOUT_RETURN.DOCUMENT_NUMBER,
                                NO_TEXT,
                                PAYOUT_RETURN.CURRENCY,
                                PAYOUT_RETURN.AMOUNT,
                                PAYOUT_RETURN.BUSINESS_DATE,
                                NO_DATE,
                                NO_DATE,
                                SOURCE.PATH,
                                PAYOUT_RETURN.POSITION.cast(Long.class),
                                inline(0),
                                SOURCE.LEGAL_ENTITY_ID)
                        .from(PAYOUT_RETURN)
                        .join(SOURCE)
                        .on(SOURCE.SOURCE_ID.eq(PAYOUT_RETURN.SOURCE_ID))
                        .where(PAYOUT_RETURN.OUTCOME.in("PAID", "REFUSED"))
                        .and(chosen));
    }
}
