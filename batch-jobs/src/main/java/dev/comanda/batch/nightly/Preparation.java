package dev.comanda.batch.nightly;

import dev.comanda.batch.configuration.Agreements;
import dev.comanda.batch.configuration.WriteOffs;
import dev.comanda.ops.bank.loading.SharedAccounts;
import dev.comanda.ops.policy.loading.WriteOffLimits;
import dev.comanda.ops.psp.loading.FeeContracts;

/**
 * What must stand in the database before a file is read: the calendar, what was agreed with providers and banks, and
 * how much may be written off.
 *
 * @param calendar fills the bank calendar where it lacks days
 */
record Preparation(
        Runnable calendar,
        SharedAccounts sharedAccounts,
        FeeContracts feeContracts,
        Agreements agreements,
        WriteOffLimits writeOffLimits,
        WriteOffs writeOffs) {

    void prepare() {
        calendar.run();
        sharedAccounts.replaceBy(agreements.sharedAccounts());
        feeContracts.replaceBy(agreements.contracts());
        writeOffLimits.set(writeOffs.all());
    }
}
