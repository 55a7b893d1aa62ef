package dev.comanda.cost.charge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What cost is grouped by: a column of the charge line, an owner, a place in a cluster, or a tag. */
public sealed interface ReportKey {

    /** The name in the command line and in the header of a report. */
    String code();

    /** Whether the cost of an instance must be divided among its pods to answer it. */
    boolean needsPods();

    /** Whether the rules must be asked to answer it. */
    boolean needsOwners();

    /** A key of every bill. A line without a value has an empty one; one in no cluster, or of no owner, is {@code unallocated}. */
    enum Column implements ReportKey {
        DATE,
        MONTH,
        ACCOUNT,
        SERVICE,
        REGION,
        USAGE_TYPE,
        CHARGE_TYPE,
        RESOURCE,
        CLUSTER,
        NAMESPACE,
        WORKLOAD,
        TEAM,
        DOMAIN,
        ENVIRONMENT,
        /** The number of the rule that settled the team; {@code idle} or {@code unallocated} where none did. */
        RULE;

        private static final List<Column> IN_CLUSTER = List.of(CLUSTER, NAMESPACE, WORKLOAD);
        private static final List<Column> OWNERS = List.of(TEAM, DOMAIN, ENVIRONMENT, RULE);

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean needsPods() {
            return IN_CLUSTER.contains(this);
        }

        @Override
        public boolean needsOwners() {
            return OWNERS.contains(this);
        }
    }

    /** @param key as people write it, without the prefix that AWS puts before it */
    record Tag(String key) implements ReportKey {

        static final String PREFIX = "tag:";

        @Override
        public String code() {
            return PREFIX + key;
        }

        @Override
        public boolean needsPods() {
            return false;
        }

        @Override
        public boolean needsOwners() {
            return false;
        }
    }

    /** The key of a name, if there is such a key. */
    static Optional<ReportKey> of(String code) {
        if (code.startsWith(Tag.PREFIX) && code.length() > Tag.PREFIX.length()) {
            return Optional.of(new Tag(code.substring(Tag.PREFIX.length())));
        }
        return Arrays.stream(Column.values())
                .filter(each -> each.code().equals(code))
                .map(ReportKey.class::cast)
                .findFirst();
    }
}
