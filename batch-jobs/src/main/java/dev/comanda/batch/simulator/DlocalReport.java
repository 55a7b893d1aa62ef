package dev.comanda.batch.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A settlement report of dLocal's. Its totals stand before its rows, so that the rows wait in a file beside it
 * until they are known.
 */
final class DlocalReport implements PspReport {

    private static final String TOTALS = "ROW_TYPE,SETTLEMENT_CURRENCY,NUMBER_OF_ITEMS,GROSS_TOTAL_AMOUNT,"
            + "FEE_TOTAL_AMOUNT,NET_TOTAL_AMOUNT,TRANSFER_DATE,TRANSFER_ID,,,,,,,,,,,,,,,,,\n";
    private static final String COLUMNS = "ROW_TYPE,MID,LOGIN,COUNTRY,CREATION_DATE,APPROVED_DATE,TRANSACTION_ID,"
            + "DLOCAL_TRANSACTION_ID,LOCAL_AMOUNT,LOCAL_CURRENCY,FX_RATE,GROSS_AMOUNT,FEE_AMOUNT,NET_AMOUNT,"
            + "PAYMENT_TYPE,PAYMENT_METHOD_CODE,CARD_BIN,CARD_TYPE,INSTALLMENTS,STATUS,STATUS_CODE,STATUS_DETAILS,"
            + "USER_DOCUMENT,USER_EMAIL,DESCRIPTION\n";
    private static final int HEADER_LINES = 3;
    private static final int TOTALS_LINE = 2;
    private static final int UTC = 3;
    private static final long TOP_UP = 10_000;

    private final Path inbox;
    private final String path;
    private final InboxFile rows;
    private final String word;
    private final long day;
    private final Line line = new Line();
    private long gross;
    private long fees;

    DlocalReport(Path inbox, long day, Ids ids) throws IOException {
        this.inbox = inbox;
        this.path = "psp/dlocal/settlement_report_" + LocalDate.ofEpochDay(day) + ".csv";
        this.rows = new InboxFile(inbox, path + ".part");
        this.word = "DL" + ids.nextShort();
        this.day = day;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String add(SettlementRow row) throws IOException {
        begin(typeOf(row), "Brazil", row.createdAt())
                .text(row.merchantReference())
                .text(",")
                .text(row.reference())
                .text(",")
                .cents(row.amount())
                .text(",")
                .text(row.currency())
                .text(",1,");
        amounts(row.amount(), row.fee()).text(",CARD,VI,453211,CREDIT,1,PAID,200,The payment was paid.,,,\n");
        return path + "#" + (rows.write(line) + HEADER_LINES);
    }

    @Override
    public PspPayout finish(long misstated) throws IOException {
        if (gross - fees <= 0) {
            begin("ADJUSTMENT", "", SaoPauloTime.at(day, SaoPauloTime.SECONDS_PER_DAY / 2))
                    .text(",,0,,0,");
            amounts(TOP_UP - gross + fees, 0).text(",CREDIT NOTE,,,,,,,,,,Top up\n");
            rows.write(line);
        }
        rows.close();
        long net = gross - fees;
        line.clear()
                .text(TOTALS)
                .text("HEADER,BRL,")
                .number(rows.lines())
                .text(",")
                .cents(gross)
                .text(",")
                .cents(-fees)
                .text(",")
                .cents(net + misstated)
                .text(",")
                .date(day)
                .text(",")
                .text(word)
                .text(",,,,,,,,,,,,,,,,,\n")
                .text(COLUMNS);
        Path waiting = inbox.resolve(rows.path());
        try (OutputStream out = Files.newOutputStream(inbox.resolve(path))) {
            line.writeTo(out);
            Files.copy(waiting, out);
        }
        Files.delete(waiting);
        return new PspPayout(Psp.DLOCAL, path + "#" + TOTALS_LINE, word, net + misstated, net, day);
    }

    private static String typeOf(SettlementRow row) {
        return switch (row.kind()) {
            case SALE -> row.fee() > 0 ? "PAYMENT" : "CAPTURE";
            case REFUND -> "REFUND";
            case CHARGEBACK -> "CHARGEBACK";
            case UNKNOWN -> "RETENTION";
        };
    }

    private Line begin(String type, String country, long createdAt) {
        return line.clear()
                .text(type)
                .text(",648,lg,")
                .text(country)
                .text(",")
                .clockTime(createdAt, UTC)
                .text(",")
                .clockTime(createdAt, UTC)
                .text(",");
    }

    /** dLocal writes what it keeps as a negative amount. */
    private Line amounts(long amount, long fee) {
        gross += amount;
        fees += fee;
        return line.cents(amount).text(",").cents(-fee).text(",").cents(amount - fee);
    }
}
