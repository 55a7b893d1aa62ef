package dev.comanda.batch.readers.adyen;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspPayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The batch law: the net amounts of a batch, its payout included, sum to zero. */
final class BatchTotals {

    private static final int MAX_BATCHES = 100_000;

    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();

    private record Claim(String batch, PspPayout payout) {}

    void add(String batch, long line, BigDecimal net) throws UnreadableFileException {
        sums.merge(batch, net, BigDecimal::add);
        if (sums.size() > MAX_BATCHES || claims.size() > MAX_BATCHES) {
            throw new UnreadableFileException(
                    "line %d: the file has more than %,d batches; ask Adyen for one report per batch"
                            .formatted(line, MAX_BATCHES));
        }
    }

    void claim(String batch, PspPayout payout) throws UnreadableFileException {
        claims.add(new Claim(batch, payout));
        add(batch, payout.position(), payout.amount().negate());
    }

    void compare(RecordSink sink) {
        for (Claim claim : claims) {
            PspPayout payout = claim.payout();
            BigDecimal others =
                    sums.getOrDefault(claim.batch(), BigDecimal.ZERO).add(payout.amount());
            BigDecimal claimed = Amounts.roundTo(payout.currency(), payout.amount());
            BigDecimal summed = Amounts.roundTo(payout.currency(), others);
            boolean agrees = claimed.compareTo(summed) == 0;
            sink.controlTotal(new ControlTotal(
                    payout.position(),
                    claimed,
                    summed,
                    payout.currency(),
                    agrees,
                    agrees
                            ? ""
                            : "the payout is %s, but the other rows of its batch sum to %s"
                                    .formatted(claimed.toPlainString(), summed.toPlainString())));
        }
    }
}
