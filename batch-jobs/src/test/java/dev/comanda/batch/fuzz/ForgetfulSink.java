package dev.comanda.batch.fuzz;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;

/** Keeps nothing but how many records were rejected. */
final class ForgetfulSink implements RecordSink {

    private long rejected;

    long rejected() {
        return rejected;
    }

    @Override
    public void line(PspLine line) {}

    @Override
    public void payout(PspPayout payout) {}

    @Override
    public void controlTotal(ControlTotal total) {}

    @Override
    public void entry(BankEntry entry) {}

    @Override
    public void statement(BankStatement statement) {}

    @Override
    public void payoutReturn(PayoutReturn payoutReturn) {}

    @Override
    public void rejected(RejectedRecord record) {
        rejected++;
    }

    @Override
    public void warning(long line, String sentence) {}
}
