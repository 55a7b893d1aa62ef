package dev.comanda.batch.nightly;

import dev.comanda.batch.configuration.Agreements;
import dev.comanda.ops.bank.loading.SharedAccounts;
import dev.comanda.ops.psp.loading.FeeContracts;

/**
 * What must stand in the database before a file is read: the calendar, and what was agreed with providers and banks.
 *
 * @param calendar fills the bank calendar where it lacks days
 */
record Preparation(Runnable calendar, SharedAccounts sharedAccounts, FeeContracts feeContracts, Agreements agreements) {

    void prepare() {
        calendar.run();
        sharedAccounts.replaceBy(agreements.sharedAccounts());
        feeContracts.replaceBy(agreements.contracts());
    }
}
