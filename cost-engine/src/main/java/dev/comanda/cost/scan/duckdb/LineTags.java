package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.scan.sql.BillColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The tags of a line as the text of a JSON object, null where it has none. Keys that people gave lose the prefix by which AWS marks
 * them; AWS's own keep theirs (FOCUS 1.2, "Tags").
 */
final class LineTags {

    private static final String OF_USER = "user[:_]";

    private LineTags() {}

    /** Of a report: a map, or a column for each key. */
    static Field<String> ofReport(BillColumns columns, String map, String perKey) {
        return columns.isMap(map) ? ofMap(columns.raw(map)) : ofColumns(columns, perKey + "_");
    }

    /**
     * The prefix is taken off the text: inside of a JSON string a quote has a backslash before it, so that one behind a comma or brace
     * begins a key. Only where two keys are the same then is the map taken to pieces; the one that {@code user:} began counts.
     */
    private static Field<String> ofMap(Field<Object> map) {
        Field<String> stripped = DSL.field(
                "regexp_replace(cast(to_json({0}) as varchar), '([{,])\"user[:_]', '\\1\"', 'g')",
                SQLDataType.VARCHAR, map);
        return DSL.field(
                """
                case when {0} is null or cardinality({0}) = 0 then null
                     when len(list_distinct(json_keys({1}))) = cardinality({0}) then {1}
                     else cast(to_json(map(
                         list_sort(list_distinct(list_transform(map_keys({0}), lambda k: regexp_replace(k, '^user[:_]', '')))),
                         list_transform(
                             list_sort(list_distinct(list_transform(map_keys({0}), lambda k: regexp_replace(k, '^user[:_]', '')))),
                             lambda k: coalesce({0}['user:' || k], {0}['user_' || k], {0}[k])))) as varchar) end
                """,
                SQLDataType.VARCHAR, map, stripped);
    }

    private static Field<String> ofColumns(BillColumns columns, String prefix) {
        TreeMap<String, Field<String>> values = new TreeMap<>();
        columns.beginningWith(prefix)
                .forEach(name -> values.merge(
                        name.substring(prefix.length()).replaceFirst("^" + OF_USER, ""),
                        columns.text(name),
                        (one, other) -> DSL.coalesce(one, other)));
        if (values.isEmpty()) {
            return DSL.castNull(SQLDataType.VARCHAR);
        }
        List<Field<?>> members = new ArrayList<>();
        values.forEach((key, value) ->
                members.add(DSL.field("to_json({0}) || ':' || to_json({1})", SQLDataType.VARCHAR, inline(key), value)));
        return DSL.field("nullif('{' || concat_ws(',', {0}) || '}', '{}')", SQLDataType.VARCHAR, DSL.list(members));
    }
}
