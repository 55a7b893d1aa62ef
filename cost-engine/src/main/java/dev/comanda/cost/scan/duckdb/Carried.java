package dev.comanda.cost.scan.duckdb;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;

/**
 * What a question needs of the charge lines.
 *
 * @param ofLine what a part of a line has of the line; fields of the charge
 * @param ofPod what it has of the pod: cluster, namespace, workload
 * @param ofEither what it has of the pod, or of the line where the pod has none
 * @param costs what is added up of the line and divided among its pods
 * @param usages what is added up of the pod, or of a line without pods
 */
record Carried(
        List<Field<?>> ofLine,
        List<Field<String>> ofPod,
        List<Field<String>> ofEither,
        List<Field<BigDecimal>> costs,
        List<Field<BigDecimal>> usages) {

    /** Whether an instance's cost must be divided among its pods. */
    boolean needsPods() {
        return !ofPod.isEmpty() || !ofEither.isEmpty();
    }
}
