package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.work.Tables.LEFT_ITEM;
import static dev.comanda.sql.work.Tables.RIGHT_ITEM;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.MatchKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The columns of the items of one side, by name, so that a rule is written once for either side and for any alias. */
record ItemTable(Table<?> table) {

    static ItemTable left() {
        return new ItemTable(LEFT_ITEM.as("l"));
    }

    static ItemTable right() {
        return new ItemTable(RIGHT_ITEM.as("r"));
    }

    boolean isLeft() {
        return table.getName().equals("l");
    }

    Field<Short> role() {
        return column(LEFT_ITEM.ROLE_ID);
    }

    Field<Long> item() {
        return column(LEFT_ITEM.ITEM_ID);
    }

    Field<Short> definition() {
        return column(LEFT_ITEM.DEFINITION_ID);
    }

    Field<String> kind() {
        return column(LEFT_ITEM.KIND);
    }

    Field<String> scope() {
        return column(LEFT_ITEM.SCOPE);
    }

    Field<String> reference() {
        return column(LEFT_ITEM.REFERENCE);
    }

    Field<String> secondReference() {
        return column(LEFT_ITEM.SECOND_REFERENCE);
    }

    Field<String> currency() {
        return column(LEFT_ITEM.CURRENCY);
    }

    Field<BigDecimal> amount() {
        return column(LEFT_ITEM.AMOUNT);
    }

    Field<LocalDate> businessDate() {
        return column(LEFT_ITEM.BUSINESS_DATE);
    }

    Field<LocalDate> dueDate() {
        return column(LEFT_ITEM.DUE_DATE);
    }

    Field<LocalDate> valueDate() {
        return column(LEFT_ITEM.VALUE_DATE);
    }

    Field<String> key(MatchKey key) {
        return key == MatchKey.REFERENCE ? reference() : secondReference();
    }

    Field<Short> legalEntity() {
        return column(LEFT_ITEM.LEGAL_ENTITY_ID);
    }

    /** What two items must share to be compared under a key: whose they are, scope, the key itself and the currency. */
    List<Field<?>> keyFields(MatchKey key) {
        return List.of(legalEntity(), scope(), key(key), currency());
    }

    /** The same without the currency. */
    List<Field<?>> keyInAnyCurrency(MatchKey key) {
        return List.of(legalEntity(), scope(), key(key));
    }

    List<Field<?>> keyAndAmount(MatchKey key) {
        List<Field<?>> fields = new ArrayList<>(keyFields(key));
        fields.add(amount());
        return fields;
    }

    Condition agreesWith(ItemTable other, MatchKey key) {
        return hasKeyOf(other, key).and(currency().eq(other.currency()));
    }

    Condition hasKeyOf(ItemTable other, MatchKey key) {
        return legalEntity()
                .eq(other.legalEntity())
                .and(scope().eq(other.scope()))
                .and(key(key).eq(other.key(key)));
    }

    Condition isOfKind(Set<ItemKind> kinds) {
        return kind().in(kinds.stream().map(ItemKind::name).sorted().toList());
    }

    /** An empty reference matches nothing. */
    Condition hasKey(MatchKey key) {
        return key(key).ne("");
    }

    /** Ties go to the lowest reference: path, then position and part as numbers; an event's path is its id. */
    List<OrderField<?>> tieOrder() {
        return List.of(
                column(LEFT_ITEM.PATH).asc(),
                column(LEFT_ITEM.POSITION).asc(),
                column(LEFT_ITEM.PART).asc(),
                role().asc());
    }

    Field<Integer> rankWithin(List<Field<?>> partition) {
        return DSL.rowNumber().over().partitionBy(partition).orderBy(tieOrder());
    }

    private <T> Field<T> column(Field<T> named) {
        return Objects.requireNonNull(
                table.field(named.getName(), named.getDataType()),
                () -> "no column " + named.getName() + " in " + table);
    }
}
