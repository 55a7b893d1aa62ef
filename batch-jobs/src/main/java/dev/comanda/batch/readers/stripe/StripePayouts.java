package dev.comanda.batch.readers.stripe;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.LineKind;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payouts that the rows of one report name, each with what its rows sum to. */
final class StripePayouts {

    private static final int MAX_PAYOUTS = 100_000;

    private final Map<String, Payout> payouts = new LinkedHashMap<>();
    private int payoutRows;

    void add(PspLine line, @Nullable LocalDate effective) throws UnreadableFileException {
        String reference = line.payoutReference();
        if (reference == null) {
            return;
        }
        Payout payout = payouts.computeIfAbsent(reference, ignored -> new Payout(line));
        payout.add(line, effective);
        payoutRows += line.kind() == LineKind.PAYOUT ? 1 : 0;
        if (payouts.size() > MAX_PAYOUTS || payoutRows > MAX_PAYOUTS) {
            throw new UnreadableFileException("line %d: the report names more than %,d payouts; ask for fewer days"
                    .formatted(line.position(), MAX_PAYOUTS));
        }
    }

    void report(RecordSink sink) {
        payouts.forEach((reference, payout) -> payout.report(reference, sink));
    }

    private static final class Payout {

        private final PspLine first;
        private final List<Claim> claims = new ArrayList<>();
        private @Nullable LocalDate firstDate;
        private BigDecimal sum = BigDecimal.ZERO;
        private boolean mixed;

        private record Claim(PspLine line, @Nullable LocalDate date) {}

        Payout(PspLine first) {
            this.first = first;
        }

        void add(PspLine line, @Nullable LocalDate effective) {
            sum = sum.add(net(line));
            mixed |= !line.currency().equals(first.currency());
            firstDate = firstDate == null ? effective : firstDate;
            if (line.kind() == LineKind.PAYOUT) {
                claims.add(new Claim(line, effective));
            }
        }

        void report(String reference, RecordSink sink) {
            if (mixed) {
                sink.warning(first.position(), "payout %s has rows in more than one currency".formatted(reference));
            }
            if (claims.isEmpty()) {
                payout(reference, first, firstDate, sum, sink);
            }
            for (Claim claim : claims) {
                BigDecimal amount = net(claim.line()).negate();
                payout(reference, claim.line(), claim.date() == null ? firstDate : claim.date(), amount, sink);
                sink.controlTotal(total(claim.line(), amount));
            }
        }

        private static void payout(
                String reference, PspLine line, @Nullable LocalDate date, BigDecimal amount, RecordSink sink) {
            if (date == null) {
                sink.warning(
                        line.position(),
                        "payout %s has no automatic_payout_effective_at; it cannot be looked for at the bank"
                                .formatted(reference));
                return;
            }
            sink.payout(new PspPayout(line.position(), Psp.STRIPE, reference, amount, line.currency(), date));
        }

        private ControlTotal total(PspLine line, BigDecimal amount) {
            BigDecimal claimed = Amounts.roundTo(line.currency(), amount);
            BigDecimal summed = Amounts.roundTo(line.currency(), sum.add(amount));
            boolean agrees = claimed.compareTo(summed) == 0;
            return new ControlTotal(
                    line.position(),
                    claimed,
                    summed,
                    line.currency(),
                    agrees,
                    agrees
                            ? ""
                            : "the payout is %s, but the net of its other rows sums to %s"
                                    .formatted(claimed.toPlainString(), summed.toPlainString()));
        }

        private static BigDecimal net(PspLine line) {
            BigDecimal net = line.net();
            return net == null ? BigDecimal.ZERO : net;
        }
    }
}
