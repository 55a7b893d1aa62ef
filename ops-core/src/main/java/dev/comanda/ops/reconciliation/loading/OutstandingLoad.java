package dev.comanda.ops.reconciliation.loading;

import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static dev.comanda.sql.work.Tables.VERDICT;
import static org.jooq.impl.DSL.max;

import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.copy.TemporaryTables;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.reconciliation.OutstandingItem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One load of outstanding items within the caller's transaction: {@link #add} each, then {@link #merge} once. */
public final class OutstandingLoad {

    private final DSLContext sql;
    private final long sourceId;
    private final CopyTarget rows;

    public OutstandingLoad(Configuration transaction, long sourceId) {
        this.sql = TemporaryTables.create(transaction, List.of("staged_outstanding", "verdict"));
        this.sourceId = sourceId;
        this.rows = new CopyTarget(
                Copies.of(transaction),
                "pg_temp.staged_outstanding (line, definition_id, id, content, business_date, amount, currency, psp,"
                        + " psp_reference, merchant_reference, bank_reference, order_id, party_id)");
    }

    /**
     * Refuses a load that comes too late: what was published without its items stands. No night publishes until the transaction ends.
     *
     * @throws OpsException with {@code DATE_ALREADY_PASSED} where a date is published
     */
    public static void refuseAfterPublication(Configuration transaction) {
        DSLContext sql = DSL.using(transaction);
        sql.execute("lock table reconciliation.result in share mode");
        @Nullable
        LocalDate published = sql.select(max(RESULT.BUSINESS_DATE)).from(RESULT).fetchOne(0, LocalDate.class);
        if (published != null) {
            throw new OpsException(
                    ErrorCode.DATE_ALREADY_PASSED,
                    "outstanding items cannot be imported: %s is published already, and they belong before the first night"
                            .formatted(published));
        }
    }

    /**
     * What came of a load.
     *
     * @param conflicts the lines whose id was taken by something else; they are to be rejected
     */
    public record Outcome(long accepted, long duplicates, List<Long> conflicts) {}

    public void add(OutstandingItem item) {
        rows.add(item.line())
                .add(item.reconciliation().id())
                .add(item.id())
                .add(contentOf(item))
                .add(item.businessDate())
                .add(item.amount())
                .add(item.currency())
                .add(item.psp())
                .add(item.pspReference())
                .add(item.merchantReference())
                .add(item.bankReference())
                .add(item.orderId())
                .add(item.partyId())
                .end();
    }

    /** Of all that the row says, so that it is known when it comes again in another file. */
    private static UUID contentOf(OutstandingItem item) {
        BigDecimal amount = item.amount();
        String content = Stream.of(
                        item.reconciliation().exportName(),
                        item.id(),
                        item.businessDate(),
                        amount == null ? "" : amount.stripTrailingZeros().toPlainString(),
                        item.currency(),
                        item.psp(),
                        item.pspReference(),
                        item.merchantReference(),
                        item.bankReference(),
                        item.orderId(),
                        item.partyId())
                .map(part -> Objects.toString(part, ""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Decides on all rows as one read after the other would be, and takes the accepted ones over as facts. */
    public Outcome merge() {
        rows.flush();
        sql.execute("analyze pg_temp.staged_outstanding");
        sql.execute(OutstandingFacts.DECIDE);
        OutstandingFacts.TAKE_OVER.forEach(statement -> sql.execute(statement, sourceId));
        return new Outcome(
                sql.fetchCount(VERDICT, VERDICT.VERDICT_.eq("ACCEPTED")),
                sql.fetchCount(VERDICT, VERDICT.VERDICT_.eq("DUPLICATE")),
                sql.select(VERDICT.LINE)
                        .from(VERDICT)
                        .where(VERDICT.VERDICT_.eq("CONFLICT"))
                        .orderBy(VERDICT.LINE)
                        .fetch(VERDICT.LINE));
    }
}
