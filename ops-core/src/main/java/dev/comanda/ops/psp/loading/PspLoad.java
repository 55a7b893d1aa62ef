package dev.comanda.ops.psp.loading;

import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import org.postgresql.copy.CopyManager;

/** The records of one PSP file, copied within the caller's transaction; {@link #finish} once all are there. */
public final class PspLoad {

    private final long sourceId;
    private final String area;
    private final CopyTarget lines;
    private final CopyTarget payouts;
    private final CopyTarget totals;

    /** @param area what the file's control totals are about: {@code psp} or {@code cnab} */
    public PspLoad(CopyManager copies, long sourceId, String area) {
        this.sourceId = sourceId;
        this.area = area;
        this.lines = new CopyTarget(
                copies,
                "psp.line (source_id, position, part, psp, kind, type_as_written, psp_reference, second_reference,"
                        + " merchant_reference, amount, currency, created_at, business_date, fee, net, net_currency,"
                        + " payout_reference)");
        this.payouts = new CopyTarget(
                copies, "psp.payout (source_id, position, psp, reference, amount, currency, business_date)");
        this.totals = new CopyTarget(
                copies,
                "ingest.control_total (source_id, position, area, claimed_net, summed_net, currency, agrees, explanation)");
    }

    public void add(PspLine line) {
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
                .end();
    }

    public void add(PspPayout payout) {
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

    public void finish() {
        lines.flush();
        payouts.flush();
        totals.flush();
    }
}
