package dev.comanda.ops.psp.loading;

import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.completeness.loading.Reach;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** The records of one PSP file, copied within the caller's transaction; {@link #finish} once all are there. */
public final class PspLoad {

    private final CopyManager copies;
    private final long sourceId;
    private final String area;
    private final Map<Psp, LocalDate> lastDays = new EnumMap<>(Psp.class);
    private final CopyTarget lines;
    private final CopyTarget payouts;
    private final CopyTarget totals;

    /** @param area what the file's control totals are about: {@code psp} or {@code cnab} */
    public PspLoad(CopyManager copies, long sourceId, String area) {
        this.copies = copies;
        this.sourceId = sourceId;
        this.area = area;
        this.lines = new CopyTarget(
                copies,
                "psp.line (source_id, position, part, psp, kind, type_as_written, psp_reference, second_reference,"
                        + " merchant_reference, amount, currency, created_at, business_date, fee, net, net_currency,"
                        + " payout_reference, scheme)");
        this.payouts = new CopyTarget(
                copies, "psp.payout (source_id, position, psp, reference, amount, currency, business_date)");
        this.totals = new CopyTarget(
                copies,
                "ingest.control_total (source_id, position, area, claimed_net, summed_net, currency, agrees, explanation)");
    }

    public void add(PspLine line) {
        note(line.psp(), line.businessDate());
        lines.add(sourceId)
                .add(line.position())
                .add(line.part())
                .add(line.psp().wireName())
                .add(line.kind())
                .add(line.typeAsWritten())
                .add(line.pspReference())
                .add(line.secondPspReference())
                .add(line.merchantReference())
                .add(line.amount())
                .add(line.currency())
                .add(line.createdAt())
                .add(line.businessDate())
                .add(line.fee())
                .add(line.net())
                .add(line.netCurrency())
                .add(line.payoutReference())
                .add(line.scheme())
                .end();
    }

    public void add(PspPayout payout) {
        note(payout.psp(), payout.date());
        payouts.add(sourceId)
                .add(payout.position())
                .add(payout.psp().wireName())
                .add(payout.reference())
                .add(payout.amount())
                .add(payout.currency())
                .add(payout.date())
                .end();
    }

    public void add(ControlTotal total) {
        totals.add(sourceId)
                .add(total.position())
                .add(area)
                .add(total.claimed())
                .add(total.summed())
                .add(total.currency())
                .add(total.agrees())
                .add(total.explanation())
                .end();
    }

    private void note(Psp psp, LocalDate day) {
        lastDays.merge(psp, day, (one, other) -> one.isAfter(other) ? one : other);
    }

    public void finish() {
        lines.flush();
        payouts.flush();
        totals.flush();
        Reach reach = new Reach(Kind.PSP_FILE);
        lastDays.forEach((psp, day) -> reach.tells(psp.wireName(), day));
        reach.finish(copies, sourceId);
    }
}
