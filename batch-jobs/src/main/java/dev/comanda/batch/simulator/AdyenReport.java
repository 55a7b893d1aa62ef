package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** A settlement detail report of Adyen's in the form with 30 columns; the batch and its payout net to zero. */
final class AdyenReport implements PspReport {

    private static final String HEADER = "Company Account,Merchant Account,Psp Reference,Merchant Reference,"
            + "Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),"
            + "Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),"
            + "Scheme Fees (NC),Interchange (NC),Payment Method Variant,Modification Merchant Reference,Batch Number,"
            + "Reserved4,Reserved5,Reserved6,Reserved7,Reserved8,Reserved9,Reserved10\n";
    private static final long MONTHLY_FEE = 180;
    private static final long TOP_UP = 10_000;

    private final InboxFile file;
    private final Ids ids;
    private final String word;
    private final long day;
    private final int batch;
    private final Clock clock;
    private final Line line = new Line();
    private long sum;

    /** The zones whose abbreviations the reports bear; each an offset that any reading of it agrees with. */
    private enum Clock {
        UTC(3),
        CET(4),
        PST(-5);

        private final int hoursAhead;

        Clock(int hoursAhead) {
            this.hoursAhead = hoursAhead;
        }
    }

    AdyenReport(Path inbox, long day, int batch, Ids ids) throws IOException {
        this.file = new InboxFile(inbox, "psp/adyen/settlement_detail_report_" + LocalDate.ofEpochDay(day) + ".csv");
        this.ids = ids;
        this.word = "AD" + ids.nextShort();
        this.day = day;
        this.batch = batch;
        this.clock = Clock.values()[batch % Clock.values().length];
        file.write(line.clear().text(HEADER));
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public String add(SettlementRow row) throws IOException {
        begin(row.reference(), row.merchantReference(), row.createdAt(), typeOf(row))
                .id(ids.next("mod_"))
                .text(",")
                .text(row.currency());
        debitAndCredit(row.amount()).text(",1,BRL");
        debitAndCredit(row.net());
        fees(row.fee());
        end(row.reference().isEmpty() ? "" : "visa");
        sum += row.net();
        return path() + "#" + file.lines();
    }

    @Override
    public PspPayout finish(long misstated) throws IOException {
        adjustment("Fee", "Transaction fees", -MONTHLY_FEE);
        if (sum <= 0) {
            adjustment("DepositCorrection", "Top up", TOP_UP - sum);
        }
        long claimed = sum + misstated;
        begin("", "", SaoPauloTime.at(day, SaoPauloTime.SECONDS_PER_DAY / 2), "MerchantPayout")
                .text("\"")
                .text(word)
                .text(" batch ")
                .number(batch)
                .text(", ComandaBR\",BRL,,,,BRL");
        debitAndCredit(-claimed);
        fees(0);
        end("");
        file.close();
        return new PspPayout(Psp.ADYEN, path() + "#" + file.lines(), word, claimed, sum, day);
    }

    private void adjustment(String type, String description, long amount) throws IOException {
        begin("", "", SaoPauloTime.at(day, SaoPauloTime.SECONDS_PER_DAY / 2), type)
                .text(description)
                .text(",BRL,,,,BRL");
        debitAndCredit(amount);
        fees(0);
        end("");
        sum += amount;
    }

    private static String typeOf(SettlementRow row) {
        return switch (row.kind()) {
            case SALE -> "Settled";
            case REFUND -> "Refunded";
            case CHARGEBACK -> "Chargeback";
            case UNKNOWN -> "ReserveAdjustment";
        };
    }

    private Line begin(String reference, String merchantReference, long time, String type) {
        return line.clear()
                .text("Comanda,ComandaBR,")
                .text(reference)
                .text(",")
                .text(merchantReference)
                .text(reference.isEmpty() && merchantReference.isEmpty() ? ",," : ",visa,")
                .clockTime(time, clock.hoursAhead)
                .text(",")
                .text(clock.name())
                .text(",")
                .text(type)
                .text(",");
    }

    private Line debitAndCredit(long amount) {
        line.text(",");
        if (amount < 0) {
            return line.cents(-amount).text(",");
        }
        return line.text(",").cents(amount);
    }

    /** Splits a fee over commission, markup, scheme fee and interchange; no fee leaves the four empty. */
    private void fees(long fee) {
        if (fee == 0) {
            line.text(",,,,");
            return;
        }
        long quarter = fee / 4;
        line.text(",").cents(fee - 3 * quarter);
        for (int count = 0; count < 3; count++) {
            line.text(",").cents(quarter);
        }
    }

    private void end(String variant) throws IOException {
        line.text(",").text(variant).text(",,").number(batch).text(",,,,,,,\n");
        file.write(line);
    }
}
