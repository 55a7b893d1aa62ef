package dev.comanda.batch.readers.cnab;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.ops.psp.ControlTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One batch: what its payments sum to and how many lines it has, for its trailer to be checked against. */
final class CnabBatch {

    private static final String CURRENCY = "BRL";
    private static final int CENTS = 2;

    private long lines = 1;
    private boolean otherSegments;
    private BigDecimal sum = BigDecimal.ZERO;

    void line() {
        lines++;
    }

    void payment(BigDecimal amount) {
        sum = sum.add(amount);
    }

    /** A batch that pays by other segments has their amounts in its total, which are not read. */
    void otherSegment(char segment) {
        otherSegments |= segment == 'J' || segment == 'N' || segment == 'O';
    }

    void compare(CnabLine trailer, RecordSink sink) {
        BigDecimal claimed = number(trailer.text(24, 41)).movePointLeft(CENTS);
        BigDecimal claimedLines = number(trailer.text(18, 23));
        List<String> differences = new ArrayList<>();
        if (!otherSegments && claimed.compareTo(sum) != 0) {
            differences.add("the trailer sums to %s, but the payments of its batch to %s"
                    .formatted(claimed.toPlainString(), sum.toPlainString()));
        }
        if (claimedLines.signum() != 0 && claimedLines.compareTo(BigDecimal.valueOf(lines)) != 0) {
            differences.add(
                    "the trailer counts %s lines, but its batch has %d".formatted(claimedLines.toPlainString(), lines));
        }
        sink.controlTotal(new ControlTotal(
                trailer.number(),
                claimed.negate(),
                (otherSegments ? claimed : sum).negate(),
                CURRENCY,
                differences.isEmpty(),
                String.join("; ", differences)));
    }

    /** A number in a fixed field; what is no number counts as none. */
    private static BigDecimal number(String text) {
        return text.matches("\\d{1,18}") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
