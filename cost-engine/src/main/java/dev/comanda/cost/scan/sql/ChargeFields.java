package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.charge.Metric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The columns of a charge line in the scan, whatever format it comes from. */
public final class ChargeFields {

    static final Field<String> ACCOUNT = field(name("account"), SQLDataType.VARCHAR);
    public static final Field<LocalDate> DATE = field(name("date"), SQLDataType.LOCALDATE);
    static final Field<String> SERVICE = field(name("service"), SQLDataType.VARCHAR);
    static final Field<String> REGION = field(name("region"), SQLDataType.VARCHAR);
    public static final Field<String> USAGE_TYPE = field(name("usage_type"), SQLDataType.VARCHAR);
    public static final Field<String> CHARGE_TYPE = field(name("charge_type"), SQLDataType.VARCHAR);
    public static final Field<String> RESOURCE = field(name("resource"), SQLDataType.VARCHAR);
    public static final Field<String> CURRENCY = field(name("currency"), SQLDataType.VARCHAR);
    static final Field<String> MONTH = field(name("month"), SQLDataType.VARCHAR);
    static final Field<LocalDateTime> PERIOD_START = field(name("period_start"), SQLDataType.LOCALDATETIME);

    public static final Field<BigDecimal> UNBLENDED = field(name("unblended"), BillColumns.COST);
    public static final Field<BigDecimal> AMORTIZED = field(name("amortized"), BillColumns.COST);
    public static final Field<BigDecimal> NET_AMORTIZED = field(name("net_amortized"), BillColumns.COST);
    public static final Field<BigDecimal> LIST = field(name("list"), BillColumns.COST);
    static final Field<BigDecimal> TRUE_UP = field(name("true_up"), BillColumns.COST);
    static final Field<BigDecimal> UPFRONT = field(name("upfront"), BillColumns.COST);

    static final Field<BigDecimal> USAGE = field(name("usage_amount"), BillColumns.COST);

    /** True for a line that is no cost of its own but says which part of an instance's cost is a pod's. */
    public static final Field<Boolean> IS_SPLIT = field(name("is_split"), SQLDataType.BOOLEAN);

    public static final Field<String> LINE = field(name("line"), SQLDataType.VARCHAR);
    public static final Field<String> INTERVAL = field(name("time_interval"), SQLDataType.VARCHAR);
    public static final Field<String> PARENT = field(name("parent"), SQLDataType.VARCHAR);
    public static final Field<BigDecimal> SPLIT_COST = field(name("split_cost"), BillColumns.COST);
    /** The same in whole numbers of 10^-12. */
    static final Field<BigInteger> SPLIT_QUANTA = field(name("split_quanta"), PodShare.TYPE);

    public static final Field<String> CLUSTER = field(name("cluster"), SQLDataType.VARCHAR);
    public static final Field<String> NAMESPACE = field(name("namespace"), SQLDataType.VARCHAR);
    public static final Field<String> WORKLOAD = field(name("workload"), SQLDataType.VARCHAR);

    private ChargeFields() {}

    static Field<String> tag(String key) {
        return field(name("tag:" + key), SQLDataType.VARCHAR);
    }

    static Field<String> category(String name) {
        return field(name("cost_category:" + name), SQLDataType.VARCHAR);
    }

    public static Field<BigDecimal> cost(Metric metric) {
        return switch (metric) {
            case UNBLENDED -> UNBLENDED;
            case AMORTIZED -> AMORTIZED;
            case NET_AMORTIZED -> NET_AMORTIZED;
            case LIST -> LIST;
        };
    }
}
