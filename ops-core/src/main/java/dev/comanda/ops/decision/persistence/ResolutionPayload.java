package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;

import dev.comanda.ops.decision.Resolution;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What is approved, as text: the resolution, and everything about the case that the approval rests on. A case that says something
 * else later is not the one that was proposed.
 */
final class ResolutionPayload {

    private static final String RESOLUTION = "resolution ";
    private static final String LINE = "\n";

    private ResolutionPayload() {}

    static String of(DSLContext sql, WorkCaseRecord item, Resolution resolution) {
        List<String> lines = new ArrayList<>();
        lines.add(RESOLUTION + resolution);
        lines.add("case " + item.getCaseId() + (item.getStatus().equals("CLOSED") ? " closed" : " open"));
        lines.add("cause " + item.getCause());
        lines.add("amount " + text(item.getAmount()) + " " + text(item.getCurrency()));
        sql.selectFrom(BREAK)
                .where(BREAK.CASE_ID.eq(item.getCaseId()))
                .orderBy(BREAK.BREAK_ID)
                .forEach(each -> lines.add("break " + each.getBreakId() + " left " + text(each.getLeftAmount())
                        + " right " + text(each.getRightAmount()) + " " + text(each.getCurrency()) + " ended "
                        + text(each.getEndedOn())));
        return String.join(LINE, lines);
    }

    /** The resolution that a payload proposes. */
    static Resolution resolutionOf(String payload) {
        String first = payload.split(LINE, 2)[0];
        return Resolution.valueOf(first.substring(RESOLUTION.length()));
    }

    /** Numbers without an exponent and without trailing zeros: what is equal has one text. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
