package dev.comanda.ops.casework.persistence;

import dev.comanda.ops.casework.Cases.Ageing;
import dev.comanda.ops.casework.Cases.Amount;
import dev.comanda.ops.casework.Cases.Automation;
import dev.comanda.ops.casework.Cases.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** What is counted over all cases. */
final class CaseReports {

    private static final String STANDING =
            """
            select owner, cause,
                   count(*) filter (where status = 'WAITING') as waiting,
                   count(*) filter (where status = 'OPEN') as open,
                   count(*) filter (where status = 'OPEN' and due_at < ?::timestamptz) as overdue,
                   count(*) filter (where status = 'OPEN' and assignee is null) as unassigned
            from casework.work_case
            where status <> 'CLOSED'
            group by owner, cause
            order by owner, cause
            """;

    /** The sum of the currencies' rows is the count of the bucket; a case without money has a row without a currency. */
    private static final String AGEING =
            """
            with aged as (
                select c.owner, c.currency, c.amount, today.ordinal - opened.ordinal as age
                from casework.work_case c
                join calendar.bank_day opened on opened.day = c.opened_on
                join calendar.bank_day today on today.day = ?::date
                where c.status <> 'CLOSED'
            ), bucketed as (
                select owner, currency, amount,
                       case when age <= 1 then 1 when age <= 5 then 5 when age <= 10 then 10 when age <= 30 then 30
                            else 2147483647 end as up_to
                from aged
            )
            select owner, up_to, currency, count(*) as cases, sum(amount) as amount
            from bucketed
            group by owner, up_to, currency
            order by owner, up_to, currency
            """;

    private static final String AUTOMATION =
            """
            select closed_on, cause, count(*) as closed,
                   count(*) filter (where closed_by is null and not is_touched and reopenings = 0) as automatically
            from casework.work_case
            where status = 'CLOSED' and closed_on between ?::date and ?::date
            group by closed_on, cause
            order by closed_on desc, cause
            """;

    /** Steps from one cause to the next by the index, whatever the number of cases. */
    private static final String CAUSES =
            """
            with recursive step as (
                (select cause from casework.work_case order by cause limit 1)
                union all
                select (select c.cause from casework.work_case c where c.cause > step.cause order by c.cause limit 1)
                from step where step.cause is not null
            )
            select cause from step where cause is not null
            """;

    private final DSLContext database;

    CaseReports(DSLContext database) {
        this.database = database;
    }

    List<Standing> standing(OffsetDateTime now) {
        return database.resultQuery(STANDING, now)
                .fetch(row -> new Standing(
                        row.get("owner", String.class),
                        row.get("cause", String.class),
                        row.get("waiting", Long.class),
                        row.get("open", Long.class),
                        row.get("overdue", Long.class),
                        row.get("unassigned", Long.class)));
    }

    List<Ageing> ageing(LocalDate date) {
        record Bucket(String owner, int upTo) {}
        return database
                .resultQuery(AGEING, date)
                .fetchGroups(row -> new Bucket(row.get("owner", String.class), row.get("up_to", Integer.class)))
                .entrySet()
                .stream()
                .map(bucket -> ageing(bucket.getKey().owner(), bucket.getKey().upTo(), bucket.getValue()))
                .toList();
    }

    private static Ageing ageing(String owner, int upTo, Result<Record> currencies) {
        return new Ageing(
                owner,
                upTo,
                currencies.stream()
                        .mapToLong(row -> row.get("cases", Long.class))
                        .sum(),
                currencies.stream()
                        .filter(row -> row.get("currency") != null)
                        .map(row -> new Amount(row.get("amount", BigDecimal.class), row.get("currency", String.class)))
                        .toList());
    }

    List<Automation> automation(LocalDate from, LocalDate to) {
        return database.resultQuery(AUTOMATION, from, to)
                .fetch(row -> new Automation(
                        row.get("closed_on", LocalDate.class),
                        row.get("cause", String.class),
                        row.get("closed", Long.class),
                        row.get("automatically", Long.class)));
    }

    List<String> causes() {
        return database.resultQuery(CAUSES).fetch(row -> row.get("cause", String.class));
    }
}
