package dev.comanda.batch.nightly;

import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;

/** What a night is started with, by name. */
final class NightParameters {

    static final String BUSINESS_DATE = "businessDate";
    static final String INBOX = "inbox";
    static final String ATTEMPT = "attempt";
    static final String ONLY = "only";

    private NightParameters() {}

    static LocalDate businessDate(ChunkContext context) {
        return (LocalDate) Objects.requireNonNull(value(context, BUSINESS_DATE), "a night has a business date");
    }

    /** The inbox; null where nothing is to be read. */
    static @Nullable String inbox(ChunkContext context) {
        Object inbox = value(context, INBOX);
        return inbox == null ? null : inbox.toString();
    }

    /** Whether only one of the reconciliations was asked for: a part of them is no day to decide on, to post or to publish. */
    static boolean isPartial(ChunkContext context) {
        return value(context, ONLY) != null;
    }

    static boolean wants(ChunkContext context, ReconciliationSpec spec) {
        Object only = value(context, ONLY);
        return only == null
                || spec.reconciliations().stream()
                        .anyMatch(each -> each.exportName().equals(only.toString()));
    }

    private static @Nullable Object value(ChunkContext context, String name) {
        return context.getStepContext().getJobParameters().get(name);
    }
}
