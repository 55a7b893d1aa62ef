package dev.comanda.cost.scan.sql;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
public record Carried(
        List<Field<?>> ofLine,
        List<Field<String>> ofPod,
        List<Field<String>> ofEither,
        List<Field<BigDecimal>> costs,
        List<Field<BigDecimal>> usages) {

    /** Each of both once, in their order. */
    public static <T> List<T> union(List<? extends T> one, List<? extends T> other) {
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** Whether an instance's cost must be divided among its pods. */
    boolean needsPods() {
        return !ofPod.isEmpty() || !ofEither.isEmpty();
    }
}
