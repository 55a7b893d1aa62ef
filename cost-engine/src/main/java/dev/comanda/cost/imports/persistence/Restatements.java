package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.cost.Tables.RESTATEMENT;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.sql.cost.tables.records.RestatementRecord;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectSeekStep4;

/** What deliveries changed, in the order of reports. */
final class Restatements {

    private Restatements() {}

    static SelectSeekStep4<RestatementRecord, String, String, LocalDate, String> of(
            DSLContext sql, Field<Long> delivery) {
        return sql.selectFrom(RESTATEMENT)
                .where(RESTATEMENT.DELIVERY_ID.eq(delivery))
                .orderBy(
                        RESTATEMENT.ACCOUNT.collate("C").asc(),
                        RESTATEMENT.SERVICE.collate("C").asc(),
                        RESTATEMENT.USAGE_DATE.asc().nullsFirst(),
                        RESTATEMENT.CURRENCY.asc());
    }

    static CostRow row(RestatementRecord row) {
        return new CostRow(
                List.of(
                        row.getAccount(),
                        row.getService(),
                        row.getUsageDate() == null ? "" : row.getUsageDate().toString()),
                row.getCost(),
                row.getCurrency());
    }
}
