package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code GET /pix} of the central bank's Pix API: what arrived in one day, with what was sent back
 * of it.
 */
final class PixReport implements PspReport {

    /** Something sent back of a Pix. */
    record Return(String id, long amount, String nature, String status, long time) {}

    private final InboxFile file;
    private final Ids ids;
    private final Line line = new Line();
    private int count;

    PixReport(Path inbox, long day, Ids ids) throws IOException {
        this.file = new InboxFile(inbox, "psp/pix/pix_" + LocalDate.ofEpochDay(day) + ".json");
        this.ids = ids;
        file.write(line.clear()
                .text("{\"parametros\":{\"inicio\":\"")
                .date(day)
                .text("T00:00:00Z\",\"fim\":\"")
                .date(day + 1)
                .text("T00:00:00Z\"},\"pix\":[\n"));
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public String add(SettlementRow row) throws IOException {
        begin(row);
        file.write(line.text("}\n"));
        return path() + "#" + count;
    }

    /** Writes a Pix with one return and returns the reference of the return. */
    String addReturned(SettlementRow row, Return returned) throws IOException {
        begin(row);
        line.text(",\"devolucoes\":[{\"id\":\"")
                .text(returned.id())
                .text("\",\"rtrId\":\"D")
                .text(row.reference().substring(1))
                .text("\",\"valor\":\"")
                .cents(returned.amount())
                .text("\",\"natureza\":\"")
                .text(returned.nature())
                .text("\",\"status\":\"")
                .text(returned.status())
                .text("\",\"horario\":{\"solicitacao\":\"")
                .utcTime(returned.time())
                .text("\",\"liquidacao\":\"")
                .utcTime(returned.time() + 1)
                .text("\"}}]}\n");
        file.write(line);
        return path() + "#" + count + ".1";
    }

    @Override
    public @Nullable PspPayout finish(long misstated) throws IOException {
        file.write(line.clear().text("]}\n"));
        file.close();
        return null;
    }

    String nextReturnId() {
        return ids.next("D").toString();
    }

    private void begin(SettlementRow row) {
        line.clear()
                .text(count++ == 0 ? "{\"endToEndId\":\"" : ",{\"endToEndId\":\"")
                .text(row.reference())
                .text("\",\"txid\":\"")
                .text(row.merchantReference())
                .text("\",\"valor\":\"")
                .cents(row.amount())
                .text("\",\"horario\":\"")
                .utcTime(row.createdAt())
                .text("\"");
    }
}
