package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.comanda.ops.reconciliation.FactView;
import dev.comanda.ops.reconciliation.FactView.Place;
import dev.comanda.ops.reconciliation.FactView.Side;
import dev.comanda.ops.reconciliation.FactView.Value;
import dev.comanda.ops.reconciliation.ItemRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Fetches the facts behind breaks, role by role. */
final class Facts {

    /** A break of thousands of items (a grouped one) names so many of them in a list. */
    private static final int ITEMS_PER_LIST_MAX = 2000;

    private static final Field<Long> ITEM_ID = field(name("item_id"), Long.class);
    private static final Field<Long> SOURCE_ID = field(name("source_id"), Long.class);

    private final DSLContext sql;

    Facts(DSLContext sql) {
        this.sql = sql;
    }

    private record Item(long breakId, ItemRole role, long itemId) {}

    /** The references of the breaks' items, sorted, by break. */
    Map<Long, SortedSet<String>> references(Collection<Long> breaks) {
        Map<Long, SortedSet<String>> references = new HashMap<>();
        List<Item> items = items(breaks, ITEMS_PER_LIST_MAX);
        for (ItemRole role : ItemRole.values()) {
            List<Item> ofRole =
                    items.stream().filter(item -> item.role() == role).toList();
            if (ofRole.isEmpty()) {
                continue;
            }
            Table<?> table = FactTables.of(role);
            Map<Long, String> byItem = sql.select(idOf(table), FactTables.reference(role))
                    .from(table)
                    .where(idOf(table).in(ofRole.stream().map(Item::itemId).toList()))
                    .fetchMap(row -> row.value1(), row -> row.value2());
            ofRole.forEach(item -> references
                    .computeIfAbsent(item.breakId(), id -> new TreeSet<>())
                    .add(byItem.getOrDefault(item.itemId(), role + " " + item.itemId())));
        }
        return references;
    }

    List<FactView> ofBreak(long breakId, int limit) {
        List<FactView> facts = new ArrayList<>();
        for (Item item : items(List.of(breakId), limit)) {
            Table<?> table = FactTables.of(item.role());
            sql.selectFrom(table)
                    .where(idOf(table).eq(item.itemId()))
                    .fetchOptional()
                    .ifPresent(row -> facts.add(fact(item.role(), row)));
        }
        facts.sort(Comparator.comparing(FactView::side));
        recordClaimedBy(breakId, facts);
        return facts;
    }

    private void recordClaimedBy(long breakId, List<FactView> facts) {
        sql.select(BREAK.ABOUT_SOURCE, BREAK.ABOUT_RECORD)
                .from(BREAK)
                .where(BREAK.BREAK_ID.eq(breakId), BREAK.ABOUT_SOURCE.isNotNull())
                .fetchOptional()
                .ifPresent(row -> facts.add(new FactView(
                        Side.RIGHT,
                        null,
                        List.of(),
                        new Place(row.value1(), row.value2() == null ? 0 : row.value2()))));
    }

    private List<Item> items(Collection<Long> breaks, int limit) {
        Result<? extends Record> rows = sql.selectDistinct(OPEN_ITEM.BREAK_ID, OPEN_ITEM.ROLE_ID, OPEN_ITEM.ITEM_ID)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.BREAK_ID.in(breaks))
                .orderBy(OPEN_ITEM.BREAK_ID, OPEN_ITEM.ROLE_ID, OPEN_ITEM.ITEM_ID)
                .limit(limit)
                .fetch();
        return rows.map(row -> new Item(
                row.get(OPEN_ITEM.BREAK_ID), FactTables.role(row.get(OPEN_ITEM.ROLE_ID)), row.get(OPEN_ITEM.ITEM_ID)));
    }

    private static FactView fact(ItemRole role, Record row) {
        List<Value> values = Arrays.stream(row.fields())
                .map(column -> new Value(column.getName(), text(row.get(column))))
                .toList();
        return new FactView(FactTables.side(role), role, values, place(row));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** An order is put together from several events, so its row names no line. */
    private static @Nullable Place place(Record row) {
        for (String column : List.of("line", "position")) {
            Field<?> position = row.field(column);
            if (position != null) {
                return new Place(row.get(SOURCE_ID), row.get(position, Long.class));
            }
        }
        return null;
    }

    private static Field<Long> idOf(Table<?> table) {
        Field<Long> id = table.field(ITEM_ID);
        if (id == null) {
            throw new IllegalStateException("A table of facts has item_id: " + table);
        }
        return id;
    }
}
