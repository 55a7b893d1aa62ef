package dev.comanda.ops.bank.loading;

import static dev.comanda.sql.bank.Tables.ACCOUNT;

import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The bank accounts that other business uses too, as the configuration names them. */
public final class SharedAccounts {

    private final DSLContext database;

    public SharedAccounts(DSLContext database) {
        this.database = database;
    }

    /** Makes these the shared accounts, in one step; every other account is ours alone. */
    public void replaceBy(Collection<String> accounts) {
        database.transaction(transaction -> {
            DSLContext sql = DSL.using(transaction);
            sql.update(ACCOUNT)
                    .set(ACCOUNT.IS_SHARED, false)
                    .where(ACCOUNT.IS_SHARED.isTrue())
                    .and(ACCOUNT.ACCOUNT_ID.notIn(accounts))
                    .execute();
            sql.batch(accounts.stream()
                            .map(account -> sql.insertInto(ACCOUNT)
                                    .set(ACCOUNT.ACCOUNT_ID, account)
                                    .set(ACCOUNT.IS_SHARED, true)
                                    .onConflict(ACCOUNT.ACCOUNT_ID)
                                    .doUpdate()
                                    .set(ACCOUNT.IS_SHARED, true))
                            .toList())
                    .execute();
        });
    }
}
