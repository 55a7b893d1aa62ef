package dev.comanda.batch.readers.pix;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.ShortText;
import dev.comanda.batch.readers.text.Tally;
import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.psp.LineKind;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The payments of one list, each a sale, with each of their settled returns a refund. */
final class PixPayments {

    private static final String CURRENCY = "BRL";
    private static final String SETTLED = "DEVOLVIDO";

    private final RecordSink sink;
    private final Tally tally;

    PixPayments(RecordSink sink) {
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    ReadCounts counts() {
        return tally.counts();
    }

    void noPayment(long ordinal, byte[] raw) {
        tally.reject(
                RawRecord.whole(ordinal, raw),
                RefusedRecordException.violation("payment %d of the list is no JSON object".formatted(ordinal)));
    }

    void take(long ordinal, PixFields payment, List<PixFields> returns, Supplier<byte[]> raw) {
        try {
            if (payment.hasTooManyReturns()) {
                throw RefusedRecordException.violation(
                        "payment %d has more than %,d returns; the first of them are read"
                                .formatted(ordinal, returns.size()));
            }
            sink.line(sale(ordinal, payment));
            tally.accept();
        } catch (RefusedRecordException e) {
            tally.reject(RawRecord.whole(ordinal, raw.get()), e);
        }
        for (int i = 0; i < returns.size(); i++) {
            takeReturn(ordinal, i + 1, payment, returns.get(i), raw);
        }
    }

    private void takeReturn(long ordinal, int part, PixFields payment, PixFields pixReturn, Supplier<byte[]> raw) {
        String status = pixReturn.text("status");
        if (status != null && !status.equals(SETTLED)) {
            tally.ignore();
            return;
        }
        try {
            required(status, "status");
            sink.line(refund(ordinal, part, payment, pixReturn));
            tally.accept();
        } catch (RefusedRecordException e) {
            tally.reject(
                    RawRecord.whole(ordinal, raw.get()),
                    new RefusedRecordException(e.reason(), "devolucao %d: %s".formatted(part, e.sentence())));
        }
    }

    private static PspLine sale(long ordinal, PixFields payment) throws RefusedRecordException {
        refuseUnclear(payment);
        String endToEndId = required(payment.text("endToEndId"), "endToEndId");
        String time = required(payment.text("horario"), "horario");
        String txid = payment.text("txid");
        return line(
                ordinal,
                0,
                LineKind.SALE,
                "pix",
                endToEndId,
                txid == null ? null : ShortText.checked(txid, "txid"),
                amount(payment),
                time);
    }

    private static PspLine refund(long ordinal, int part, PixFields payment, PixFields pixReturn)
            throws RefusedRecordException {
        refuseUnclear(payment);
        refuseUnclear(pixReturn);
        String nature = pixReturn.text("natureza");
        return line(
                ordinal,
                part,
                LineKind.REFUND,
                nature == null ? "devolucao" : ShortText.checked(nature, "natureza"),
                required(payment.text("endToEndId"), "endToEndId"),
                required(pixReturn.text("id"), "id"),
                amount(pixReturn).negate(),
                required(pixReturn.text("horario.liquidacao"), "horario.liquidacao"));
    }

    private static PspLine line(
            long ordinal,
            int part,
            LineKind kind,
            String type,
            String endToEndId,
            @Nullable String ourReference,
            BigDecimal amount,
            String time)
            throws RefusedRecordException {
        Instant createdAt = Dates.withOffset(time, "horario");
        return new PspLine(
                ordinal,
                part,
                Psp.PIX,
                kind,
                type,
                endToEndId,
                null,
                ourReference,
                amount,
                CURRENCY,
                createdAt,
                Dates.businessDate(createdAt),
                null,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal amount(PixFields fields) throws RefusedRecordException {
        BigDecimal amount = Amounts.parse(required(fields.text("valor"), "valor"), "valor");
        if (amount.signum() < 0) {
            throw RefusedRecordException.violation("valor is %s; it has no sign in a Pix list".formatted(amount));
        }
        return amount;
    }

    private static void refuseUnclear(PixFields fields) throws RefusedRecordException {
        String twice = fields.twice();
        if (twice != null) {
            throw RefusedRecordException.violation("the member %s is there twice".formatted(Quoted.of(twice)));
        }
        if (fields.holdsNul()) {
            throw new RefusedRecordException(
                    ReasonCode.UNREADABLE_TEXT, "a member holds a NUL character, which is no text");
        }
    }

    private static String required(@Nullable String value, String name) throws RefusedRecordException {
        if (value == null) {
            throw RefusedRecordException.violation("the member %s is missing or empty".formatted(name));
        }
        return ShortText.checked(value, name);
    }
}
