package dev.comanda.batch.ingest;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.bank.loading.BankLoad;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import dev.comanda.ops.psp.loading.PspLoad;

/** Hands the records of a PSP's or a bank's file to their loads. */
record FileSink(PspLoad psp, BankLoad bank, SourceLoad source) implements RecordSink {

    @Override
    public void line(PspLine line) {
        psp.add(line);
    }

    @Override
    public void payout(PspPayout payout) {
        psp.add(payout);
    }

    @Override
    public void controlTotal(ControlTotal total) {
        psp.add(total);
    }

    @Override
    public void entry(BankEntry entry) {
        bank.add(entry);
    }

    @Override
    public void statement(BankStatement statement) {
        bank.add(statement);
    }

    @Override
    public void payoutReturn(PayoutReturn payoutReturn) {
        bank.add(payoutReturn);
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        source.reject(rejected);
    }

    @Override
    public void warning(long line, String sentence) {
        source.warn(line, sentence);
    }
}
