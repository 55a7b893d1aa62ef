package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseStatus;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A query as conditions; each has an index, or is looked for among what is open. */
final class CaseConditions {

    private static final Pattern BEGINNING_OF_AN_ID = Pattern.compile("[0-9a-f-]{4,36}");
    private static final int DIGITS_OF_AN_ID = 32;

    /** How the subject begins, and the references in it, without the reconciliation before them; the indexes say the same. */
    private static final Field<String> SUBJECT = DSL.field("left({0}, 100)", SQLDataType.VARCHAR, WORK_CASE.SUBJECT);

    private static final Field<String> REFERENCE =
            DSL.field("left(split_part({0}, ':', 2), 100)", SQLDataType.VARCHAR, WORK_CASE.SUBJECT);

    private CaseConditions() {}

    static Condition of(CaseQuery query, OffsetDateTime now) {
        return DSL.and(
                query.status().map(CaseConditions::hasStatus).orElse(noCondition()),
                query.owner().map(WORK_CASE.OWNER::eq).orElse(noCondition()),
                query.cause().map(WORK_CASE.CAUSE::eq).orElse(noCondition()),
                query.unassignedOnly()
                        ? WORK_CASE.ASSIGNEE.isNull()
                        : query.assignee().map(WORK_CASE.ASSIGNEE::eq).orElse(noCondition()),
                query.overdueOnly() ? overdue(now) : noCondition(),
                query.atLeast().map(WORK_CASE.AMOUNT::ge).orElse(noCondition()),
                query.text().isEmpty() ? noCondition() : begins(query.text()));
    }

    /** Written into the statement and not bound, so that the planner can take the index of that status. */
    static Condition hasStatus(CaseStatus status) {
        return WORK_CASE.STATUS.eq(DSL.inline(status.name()));
    }

    static Condition overdue(OffsetDateTime now) {
        return hasStatus(CaseStatus.OPEN).and(WORK_CASE.DUE_AT.lt(now));
    }

    private static Condition begins(String text) {
        Condition named = SUBJECT.startsWith(text).or(REFERENCE.startsWith(text));
        String id = text.toLowerCase(Locale.ROOT);
        return BEGINNING_OF_AN_ID.matcher(id).matches() ? named.or(idBegins(id.replace("-", ""))) : named;
    }

    private static Condition idBegins(String digits) {
        if (digits.length() > DIGITS_OF_AN_ID) {
            return trueCondition().not();
        }
        return WORK_CASE.CASE_ID.between(filled(digits, '0'), filled(digits, 'f'));
    }

    private static UUID filled(String digits, char with) {
        String all = digits + String.valueOf(with).repeat(DIGITS_OF_AN_ID - digits.length());
        return new UUID(
                Long.parseUnsignedLong(all.substring(0, 16), 16), Long.parseUnsignedLong(all.substring(16), 16));
    }
}
