package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.FINDING;
import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.inline;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.reconciliation.ExportRow;
import dev.comanda.ops.reconciliation.Finding;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.sql.reconciliation.Routines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Writes what was published for a date again, from groups, breaks and open items as they stood then. */
public final class JooqExports implements ReconciliationExports {

    private static final int ROWS_AT_A_TIME = 10_000;

    /**
     * All roles, definition, date, left role; they stand in the statement: by the roles the server sees which facts can be meant and reads no
     * others. What is asked stands where it is used, and what is resolved is apart from what is not: the server must see how much there is
     * of each, or it joins every break with every other.
     */
    private static final String ROWS =
            """
            with asked as not materialized (
                select {1}::smallint as definition_id, {2}::date as business_date, {3}::smallint as left_role
            ), member as (
                select m.group_id,
                       string_agg(i.reference, '|' order by i.reference collate "C")
                           filter (where i.role_id = asked.left_role) as left_refs,
                       string_agg(i.reference, '|' order by i.reference collate "C")
                           filter (where i.role_id <> asked.left_role) as right_refs
                from asked
                join reconciliation.group_member m on m.joined_on = asked.business_date
                join reconciliation.item i on i.role_id = m.role_id and i.item_id = m.item_id
                where m.role_id = any ({0}) and i.role_id = any ({0})
                group by m.group_id
            ), matched as (
                select 'MATCHED' as status, '' as type, g.rule, member.left_refs, member.right_refs,
                       g.left_amount, g.right_amount, g.currency, null::text as resolution
                from asked
                join reconciliation.match_group g using (definition_id, business_date)
                join member on member.group_id = g.group_id
            ), in_transit as (
                select 'IN_TRANSIT', '', '',
                       case when o.role_id = asked.left_role then i.reference end,
                       case when o.role_id <> asked.left_role then i.reference end,
                       case when o.role_id = asked.left_role then i.amount end,
                       case when o.role_id <> asked.left_role then i.amount end,
                       i.currency, null::text
                from asked
                join reconciliation.open_item o on o.definition_id = asked.definition_id
                    and o.status = 'IN_TRANSIT' and o.from_date <= asked.business_date
                    and (o.to_date is null or o.to_date > asked.business_date)
                join reconciliation.item i on i.role_id = o.role_id and i.item_id = o.item_id
                where i.role_id = any ({0})
            ), standing as (
                select b.*, null::text as resolution
                from asked
                join reconciliation.break b on b.definition_id = asked.definition_id
                    and b.raised_on <= asked.business_date and (b.ended_on is null or b.ended_on > asked.business_date)
                where not exists (
                    select from reconciliation.resolution r
                    where r.break_id = b.break_id and r.resolved_on <= asked.business_date
                      and (r.reopened_on is null or r.reopened_on > asked.business_date))
                union all
                select b.*, r.action
                from asked
                join reconciliation.resolution r on r.resolved_on = asked.business_date
                    and (r.reopened_on is null or r.reopened_on > asked.business_date)
                join reconciliation.break b on b.break_id = r.break_id and b.definition_id = asked.definition_id
                    and b.raised_on <= asked.business_date and (b.ended_on is null or b.ended_on > asked.business_date)
            ), broken as (
                select b.break_id,
                       string_agg(i.reference, '|' order by i.reference collate "C")
                           filter (where i.role_id = asked.left_role) as left_refs,
                       string_agg(i.reference, '|' order by i.reference collate "C")
                           filter (where i.role_id <> asked.left_role) as right_refs
                from asked
                join standing b using (definition_id)
                join reconciliation.open_item o on o.break_id = b.break_id
                join reconciliation.item i on i.role_id = o.role_id and i.item_id = o.item_id
                where i.role_id = any ({0})
                group by b.break_id
            ), breaks as (
                select 'BREAK', b.type, '', broken.left_refs,
                       coalesce(broken.right_refs, s.path || '#' || b.about_record),
                       b.left_amount, b.right_amount, b.currency, b.resolution
                from standing b
                left join broken on broken.break_id = b.break_id
                left join ingest.source s on s.source_id = b.about_source
            ), exported as (
                select status, type, rule, coalesce(left_refs, '') as left_refs, coalesce(right_refs, '') as right_refs,
                       money.rounded(left_amount, currency) as left_amount,
                       money.rounded(right_amount, currency) as right_amount,
                       coalesce(currency, '') as currency, coalesce(resolution, '') as resolution
                from (select * from matched union all select * from in_transit union all select * from breaks) as rows
            )
            select * from exported
            order by status collate "C", type collate "C", rule collate "C", left_refs collate "C", right_refs collate "C"
            """;

    private final DSLContext database;

    public JooqExports(DSLContext database) {
        this.database = database;
    }

    @Override
    public void rows(Reconciliation reconciliation, LocalDate businessDate, Consumer<ExportRow> rows) {
        refuseUnpublished(reconciliation, businessDate);
        ReconciliationSpec spec = ReconciliationSpecs.of(reconciliation);
        Short[] roles = roles(spec);
        database.transaction(transaction -> {
            try (Cursor<Record> cursor = DSL.using(transaction)
                    .resultQuery(
                            ROWS,
                            inline(roles),
                            inline(reconciliation.id()),
                            inline(businessDate),
                            inline(spec.leftRole().id()))
                    .fetchSize(ROWS_AT_A_TIME)
                    .fetchLazy()) {
                for (Record row : cursor) {
                    rows.accept(toRow(reconciliation, businessDate, row));
                }
            }
        });
    }

    private static Short[] roles(ReconciliationSpec spec) {
        List<Short> roles = new ArrayList<>();
        roles.add(spec.leftRole().id());
        spec.rightRoles().forEach(role -> roles.add(role.id()));
        return roles.toArray(Short[]::new);
    }

    private static ExportRow toRow(Reconciliation reconciliation, LocalDate businessDate, Record row) {
        return new ExportRow(
                reconciliation.exportName(),
                businessDate,
                row.get("status", String.class),
                row.get("type", String.class),
                row.get("rule", String.class),
                row.get("left_refs", String.class),
                row.get("right_refs", String.class),
                row.get("left_amount", BigDecimal.class),
                row.get("right_amount", BigDecimal.class),
                row.get("currency", String.class),
                row.get("resolution", String.class));
    }

    @Override
    public void findings(LocalDate businessDate, Consumer<Finding> findings) {
        database.select(FINDING.LAW, FINDING.REF, FINDING.EXPECTED, FINDING.ACTUAL, FINDING.CURRENCY)
                .from(FINDING)
                .where(FINDING.BUSINESS_DATE.eq(businessDate))
                .orderBy(FINDING.LAW.collate(collation("C")), FINDING.REF)
                .forEach(row -> findings.accept(
                        new Finding(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
    }

    @Override
    public UUID digest(LocalDate businessDate) {
        return Objects.requireNonNull(
                database.select(Routines.digestOf(DSL.val(businessDate))).fetchOne(0, UUID.class));
    }

    private void refuseUnpublished(Reconciliation reconciliation, LocalDate businessDate) {
        if (!database.fetchExists(
                RESULT, RESULT.DEFINITION_ID.eq(reconciliation.id()).and(RESULT.BUSINESS_DATE.eq(businessDate)))) {
            throw new OpsException(
                    ErrorCode.NOT_FOUND,
                    "%s is not published for %s; run nightly --date %s first"
                            .formatted(reconciliation.exportName(), businessDate, businessDate));
        }
    }
}
