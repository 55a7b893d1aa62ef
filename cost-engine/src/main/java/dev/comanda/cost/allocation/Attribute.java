package dev.comanda.cost.allocation;

import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import java.util.List;
import java.util.Optional;

/** What of a charge a rule may look at. */
public sealed interface Attribute {

    List<Column> COLUMNS = List.of(
            Column.ACCOUNT,
            Column.SERVICE,
            Column.REGION,
            Column.USAGE_TYPE,
            Column.CHARGE_TYPE,
            Column.RESOURCE,
            Column.CLUSTER,
            Column.NAMESPACE,
            Column.WORKLOAD);

    String CATEGORY_PREFIX = "cost_category:";

    /** The name in the rules. */
    String code();

    /** @param key one of {@link #COLUMNS}, or a tag; a pod's own tag counts before that of its instance */
    record Key(ReportKey key) implements Attribute {

        @Override
        public String code() {
            return key.code();
        }
    }

    /** @param name of the cost category, as it is named in AWS */
    record CostCategory(String name) implements Attribute {

        @Override
        public String code() {
            return CATEGORY_PREFIX + name;
        }
    }

    /** The attribute of a name, if there is such an attribute. */
    static Optional<Attribute> of(String code) {
        if (code.startsWith(CATEGORY_PREFIX) && code.length() > CATEGORY_PREFIX.length()) {
            return Optional.of(new CostCategory(code.substring(CATEGORY_PREFIX.length())));
        }
        return ReportKey.of(code)
                .filter(key -> key instanceof ReportKey.Tag || COLUMNS.contains(key))
                .map(Key::new);
    }
}
