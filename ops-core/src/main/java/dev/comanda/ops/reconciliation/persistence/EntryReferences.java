package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.sql.bank.Tables.ENTRY;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.work.Tables.RIGHT_ITEM;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds in the words of a bank entry the payout that it references: the reference stands there as a whole word, with no
 * letter or digit beside it. Entries are brought to payouts by the reference's first word, and then looked at whole.
 */
final class EntryReferences {

    private static final dev.comanda.sql.marketplace.tables.Payout PARTY_PAYOUT =
            dev.comanda.sql.marketplace.Tables.PAYOUT;
    private static final dev.comanda.sql.psp.tables.Payout PSP_PAYOUT = dev.comanda.sql.psp.Tables.PAYOUT;
    private static final String NOT_A_WORD = "[^A-Za-z0-9]+";

    private static final Named PSP_PAYOUTS =
            new Named(PSP_PAYOUT, PSP_PAYOUT.REFERENCE, PSP_PAYOUT.REFERENCE_WORD, PSP_PAYOUT.SOURCE_ID);
    private static final Named PARTY_PAYOUTS =
            new Named(PARTY_PAYOUT, PARTY_PAYOUT.BANK_REFERENCE, PARTY_PAYOUT.REFERENCE_WORD, PARTY_PAYOUT.SOURCE_ID);

    private static final int DOCUMENT_LENGTH = 20;

    private final DSLContext sql;

    /** Payouts as an entry may name them. */
    private record Named(Table<?> payouts, Field<String> reference, Field<String> firstWord, Field<Long> sourceId) {

        Condition isNamed() {
            return firstWord
                    .eq(DSL.field(DSL.name("word", "word"), String.class))
                    .and(standsWhole(reference))
                    .and(isOfItsLegalEntity(sourceId));
        }
    }

    EntryReferences(DSLContext sql) {
        this.sql = sql;
    }

    void resolve(ReconciliationSpec spec) {
        Set<ItemRole> roles = spec.rightRoles();
        if (roles.contains(ItemRole.BANK_CREDIT)) {
            resolvePspPayouts();
            markForeign(ItemRole.BANK_CREDIT, PARTY_PAYOUTS);
        }
        if (roles.contains(ItemRole.BANK_DEBIT)) {
            resolvePartyPayouts();
            markForeign(ItemRole.BANK_DEBIT, PSP_PAYOUTS);
        }
        if (roles.contains(ItemRole.PAYOUT_RETURN)) {
            nameReturns();
        }
    }

    private void resolvePspPayouts() {
        Field<Boolean> open = DSL.field(DSL.notExists(isMember(ItemRole.PSP_PAYOUT, PSP_PAYOUT.ITEM_ID)));
        setReference(found(
                ItemRole.BANK_CREDIT,
                PSP_PAYOUTS,
                inline(Reconciliation.PSP_PAYOUT.id()),
                preference(
                        open,
                        isMoneyOfEntry(PSP_PAYOUT.AMOUNT, PSP_PAYOUT.CURRENCY),
                        pathOf(PSP_PAYOUT.SOURCE_ID),
                        PSP_PAYOUT.POSITION)));
    }

    private void resolvePartyPayouts() {
        Field<Boolean> open = DSL.field(DSL.notExists(isMember(ItemRole.PAYOUT, PARTY_PAYOUT.ITEM_ID)));
        setReference(found(
                ItemRole.BANK_DEBIT,
                PARTY_PAYOUTS,
                definitionOfParty(),
                preference(
                        open,
                        isMoneyOfEntry(PARTY_PAYOUT.AMOUNT.neg(), PARTY_PAYOUT.CURRENCY),
                        PARTY_PAYOUT.PAYOUT_ID)));
    }

    private static Field<Short> definitionOfParty() {
        return when(PARTY_PAYOUT.PARTY_KIND.eq("COURIER"), inline(Reconciliation.COURIER_PAYOUT.id()))
                .otherwise(inline(Reconciliation.RESTAURANT_PAYOUT.id()));
    }

    private static org.jooq.Select<?> isMember(ItemRole role, Field<Long> itemId) {
        return selectOne()
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.ROLE_ID.eq(role.id()))
                .and(GROUP_MEMBER.ITEM_ID.eq(itemId));
    }

    private static Table<?> found(ItemRole role, Named named, Field<Short> definition, List<OrderField<?>> preference) {
        return select(
                        RIGHT_ITEM.ITEM_ID.as("item_id"),
                        RIGHT_ITEM.ROLE_ID.as("role_id"),
                        named.reference().as("reference"),
                        definition.as("definition_id"))
                .distinctOn(RIGHT_ITEM.ITEM_ID)
                .from(RIGHT_ITEM)
                .join(ENTRY)
                .on(ENTRY.ITEM_ID.eq(RIGHT_ITEM.ITEM_ID))
                .crossJoin(words())
                .join(named.payouts())
                .on(named.isNamed())
                .where(RIGHT_ITEM.ROLE_ID.eq(role.id()))
                .orderBy(preference)
                .asTable("found");
    }

    /** Of several payouts that one entry names: first an open one of the same money, then an open one, then the lowest. */
    private static List<OrderField<?>> preference(Field<Boolean> open, Condition sameMoney, Field<?>... lowest) {
        List<OrderField<?>> preference = new ArrayList<>();
        preference.add(RIGHT_ITEM.ITEM_ID);
        preference.add(DSL.field(open.isTrue().and(sameMoney)).desc());
        preference.add(open.desc());
        preference.addAll(List.of(lowest));
        return preference;
    }

    private static Condition isMoneyOfEntry(Field<BigDecimal> amount, Field<String> currency) {
        return amount.eq(RIGHT_ITEM.AMOUNT).and(currency.eq(RIGHT_ITEM.CURRENCY));
    }

    private static Field<String> pathOf(Field<Long> sourceId) {
        return DSL.field(select(SOURCE.PATH).from(SOURCE).where(SOURCE.SOURCE_ID.eq(sourceId)));
    }

    private static Condition isOfItsLegalEntity(Field<Long> sourceId) {
        return RIGHT_ITEM.LEGAL_ENTITY_ID.eq(
                DSL.field(select(SOURCE.LEGAL_ENTITY_ID).from(SOURCE).where(SOURCE.SOURCE_ID.eq(sourceId))));
    }

    private static Table<?> words() {
        return DSL.lateral(DSL.table("regexp_split_to_table({0}, {1})", text(), inline(NOT_A_WORD)))
                .as("word", "word");
    }

    private static Field<String> text() {
        return DSL.field(
                "concat_ws(' ', {0}, {1}, {2})",
                String.class, ENTRY.END_TO_END_ID, ENTRY.SERVICER_REFERENCE, ENTRY.REMITTANCE_TEXT);
    }

    private static Condition standsWhole(Field<String> reference) {
        Field<String> quoted = regexpReplaceAll(reference, inline("([^A-Za-z0-9])"), inline("\\\\\\1"));
        return text().likeRegex(concat(inline("(?<![A-Za-z0-9])"), quoted, inline("(?![A-Za-z0-9])")));
    }

    private void setReference(Table<?> found) {
        sql.update(RIGHT_ITEM)
                .set(RIGHT_ITEM.REFERENCE, column(found, "reference", String.class))
                .set(RIGHT_ITEM.DEFINITION_ID, column(found, "definition_id", Short.class))
                .from(found)
                .where(RIGHT_ITEM.ROLE_ID.eq(column(found, "role_id", Short.class)))
                .and(RIGHT_ITEM.ITEM_ID.eq(column(found, "item_id", Long.class)))
                .execute();
    }

    /** An entry that references a payout of the other direction carries a reference of ours, though none of this spec. */
    private void markForeign(ItemRole role, Named named) {
        sql.update(RIGHT_ITEM)
                .set(RIGHT_ITEM.REFERENCE, "")
                .where(RIGHT_ITEM.ROLE_ID.eq(role.id()))
                .and(RIGHT_ITEM.REFERENCE.isNull())
                .and(exists(selectOne()
                        .from(ENTRY)
                        .crossJoin(words())
                        .join(named.payouts())
                        .on(named.isNamed())
                        .where(ENTRY.ITEM_ID.eq(RIGHT_ITEM.ITEM_ID))))
                .execute();
    }

    /** A return names its payout by our document number, which holds no more than the first 20 characters of the reference. */
    private void nameReturns() {
        Field<String> document = RIGHT_ITEM.REFERENCE;
        // The first condition follows from the others, and is the one that two sets can be joined by.
        Condition names = DSL.left(PARTY_PAYOUT.BANK_REFERENCE, DOCUMENT_LENGTH)
                .eq(DSL.left(document, DOCUMENT_LENGTH))
                .and(PARTY_PAYOUT
                        .BANK_REFERENCE
                        .eq(document)
                        .or(DSL.length(document)
                                .eq(DOCUMENT_LENGTH)
                                .and(PARTY_PAYOUT.BANK_REFERENCE.startsWith(document))));
        Table<?> found = select(
                        RIGHT_ITEM.ITEM_ID.as("item_id"),
                        RIGHT_ITEM.ROLE_ID.as("role_id"),
                        PARTY_PAYOUT.BANK_REFERENCE.as("reference"),
                        definitionOfParty().as("definition_id"))
                .distinctOn(RIGHT_ITEM.ITEM_ID)
                .from(RIGHT_ITEM)
                .join(PARTY_PAYOUT)
                .on(names.and(isOfItsLegalEntity(PARTY_PAYOUT.SOURCE_ID)))
                .where(RIGHT_ITEM.ROLE_ID.eq(ItemRole.PAYOUT_RETURN.id()))
                .and(document.ne(""))
                .orderBy(RIGHT_ITEM.ITEM_ID, PARTY_PAYOUT.BANK_REFERENCE, PARTY_PAYOUT.PAYOUT_ID)
                .asTable("found");
        setReference(found);
    }
}
