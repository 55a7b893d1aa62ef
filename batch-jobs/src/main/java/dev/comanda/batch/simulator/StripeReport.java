package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** An itemised payout reconciliation of Stripe's; the payout is its last row. */
final class StripeReport implements PspReport {

    private static final String HEADER = "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,"
            + "created,available_on,currency,gross,fee,net,reporting_category,source_id,charge_id,payment_intent_id,"
            + "payment_metadata[merchant_reference],description\n";
    private static final int UTC = 3;
    private static final long RADAR_FEE = 95;
    private static final long TOP_UP = 10_000;

    private final InboxFile file;
    private final Ids ids;
    private final String word;
    private final long day;
    private final Line line = new Line();
    private long sum;

    StripeReport(Path inbox, long day, Ids ids) throws IOException {
        this.file = new InboxFile(inbox, "psp/stripe/payout_reconciliation_" + LocalDate.ofEpochDay(day) + ".csv");
        this.ids = ids;
        this.word = "ST" + ids.nextShort();
        this.day = day;
        file.write(line.clear().text(HEADER));
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public String add(SettlementRow row) throws IOException {
        begin(row.createdAt());
        amounts(row.amount(), row.fee())
                .text(categoryOf(row))
                .text(",")
                .id(ids.next("src_"))
                .text(",")
                .text(row.reference())
                .text(",")
                .text(row.reference().isEmpty() ? "" : PspReferences.intentOf(row.reference()))
                .text(",")
                .text(row.merchantReference())
                .text(",\n");
        sum += row.net();
        return path() + "#" + file.write(line);
    }

    @Override
    public PspPayout finish(long misstated) throws IOException {
        other("fee", -RADAR_FEE, "Radar");
        if (sum <= 0) {
            other("topup", TOP_UP - sum, "Top up");
        }
        long claimed = sum + misstated;
        begin(SaoPauloTime.at(day, 0));
        amounts(-claimed, 0).text("payout,").text(word).text(",,,,STRIPE PAYOUT\n");
        int number = file.write(line);
        file.close();
        return new PspPayout(Psp.STRIPE, path() + "#" + number, word, claimed, sum, day);
    }

    private void other(String category, long amount, String description) throws IOException {
        begin(SaoPauloTime.at(day, SaoPauloTime.SECONDS_PER_DAY / 2));
        amounts(amount, 0)
                .text(category)
                .text(",")
                .id(ids.next("src_"))
                .text(",,,,")
                .text(description)
                .text("\n");
        file.write(line);
        sum += amount;
    }

    private static String categoryOf(SettlementRow row) {
        return switch (row.kind()) {
            case SALE -> "charge";
            case REFUND -> "refund";
            case CHARGEBACK -> "dispute";
            case UNKNOWN ->
                throw new IllegalArgumentException("no category of Stripe's is unknown: all others are fees");
        };
    }

    private void begin(long createdAt) {
        line.clear()
                .text(word)
                .text(",")
                .date(day)
                .text(" 00:00:00,")
                .id(ids.next("txn_"))
                .text(",")
                .clockTime(createdAt, UTC)
                .text(",")
                .date(day)
                .text(" 00:00:00,")
                .text(file.lines() % 2 == 0 ? "brl," : "BRL,");
    }

    private Line amounts(long gross, long fee) {
        return line.cents(gross)
                .text(",")
                .cents(fee)
                .text(",")
                .cents(gross - fee)
                .text(",");
    }
}
