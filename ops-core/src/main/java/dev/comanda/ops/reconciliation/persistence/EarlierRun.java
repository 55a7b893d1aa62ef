package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static dev.comanda.sql.reconciliation.Tables.OPEN_ITEM;
import static dev.comanda.sql.reconciliation.Tables.RESULT;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Takes a run of the latest date back, so that running it again gives what one run with all the input would have given.
 * Only the latest date can be taken back: nothing later rests on it.
 */
final class EarlierRun {

    private final DSLContext sql;
    private final LocalDate businessDate;
    private final List<Short> definitions;
    private final short lead;

    EarlierRun(DSLContext sql, ReconciliationSpec spec, LocalDate businessDate) {
        this.sql = sql;
        this.businessDate = businessDate;
        this.definitions =
                spec.reconciliations().stream().map(Reconciliation::id).toList();
        this.lead = spec.lead().id();
    }

    boolean exists() {
        return sql.fetchExists(RESULT, RESULT.DEFINITION_ID.eq(lead).and(RESULT.BUSINESS_DATE.eq(businessDate)));
    }

    void takeBack(ReconciliationSpec spec) {
        List<Short> roles = new ArrayList<>();
        roles.add(spec.leftRole().id());
        spec.rightRoles().forEach(role -> roles.add(role.id()));
        sql.deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.JOINED_ON.eq(businessDate))
                .and(GROUP_MEMBER.ROLE_ID.in(roles))
                .execute();
        sql.deleteFrom(MATCH_GROUP)
                .where(MATCH_GROUP.BUSINESS_DATE.eq(businessDate))
                .and(MATCH_GROUP.DEFINITION_ID.in(definitions))
                .execute();
        sql.deleteFrom(OPEN_ITEM)
                .where(OPEN_ITEM.DEFINITION_ID.in(definitions))
                .and(OPEN_ITEM.FROM_DATE.eq(businessDate))
                .execute();
        sql.update(OPEN_ITEM)
                .setNull(OPEN_ITEM.TO_DATE)
                .where(OPEN_ITEM.DEFINITION_ID.in(definitions))
                .and(OPEN_ITEM.TO_DATE.eq(businessDate))
                .execute();
        sql.deleteFrom(BREAK)
                .where(BREAK.DEFINITION_ID.in(definitions))
                .and(BREAK.RAISED_ON.eq(businessDate))
                .execute();
        sql.update(BREAK)
                .setNull(BREAK.ENDED_ON)
                .where(BREAK.DEFINITION_ID.in(definitions))
                .and(BREAK.ENDED_ON.eq(businessDate))
                .execute();
        sql.deleteFrom(CONSIDERED_SOURCE)
                .where(CONSIDERED_SOURCE.DEFINITION_ID.eq(lead))
                .and(CONSIDERED_SOURCE.BUSINESS_DATE.eq(businessDate))
                .execute();
        sql.deleteFrom(RESULT)
                .where(RESULT.DEFINITION_ID.in(definitions))
                .and(RESULT.BUSINESS_DATE.eq(businessDate))
                .execute();
    }
}
