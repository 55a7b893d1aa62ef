package dev.comanda.ops.completeness.loading;

import dev.comanda.ops.calendar.SaoPauloTime;
import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.copy.CopyTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** Until when one source tells of each of its subjects, all of one kind; {@link #finish} once all of it was read. */
public final class Reach {

    private final Kind kind;
    private final Map<String, Instant> toldUntil = new HashMap<>();

    public Reach(Kind kind) {
        this.kind = kind;
    }

    /** The source tells of the subject's moment, and of what was before it. */
    public void tells(String subject, Instant moment) {
        toldUntil.merge(subject, moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The source tells of the subject's day, to its end. */
    public void tells(String subject, LocalDate day) {
        tells(subject, SaoPauloTime.endOf(day));
    }

    public void finish(CopyManager copies, long sourceId) {
        if (toldUntil.isEmpty()) {
            return;
        }
        CopyTarget rows = new CopyTarget(copies, "ingest.reach (source_id, kind, subject, told_until)");
        toldUntil.forEach((subject, until) ->
                rows.add(sourceId).add(kind).add(subject).add(until).end());
        rows.flush();
    }
}
