package dev.comanda.batch.readers;

import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;

/** Takes what a reader finds, in the order of the file; control totals and statements follow their records. */
public interface RecordSink {

    void line(PspLine line);

    void payout(PspPayout payout);

    void controlTotal(ControlTotal total);

    void entry(BankEntry entry);

    void statement(BankStatement statement);

    void payoutReturn(PayoutReturn payoutReturn);

    void rejected(RejectedRecord rejected);

    /** A record that was taken although it breaks a rule of its format, such as net = gross less fees. */
    void warning(long line, String sentence);
}
