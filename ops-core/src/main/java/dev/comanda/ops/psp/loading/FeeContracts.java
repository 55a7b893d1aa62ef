package dev.comanda.ops.psp.loading;

import static dev.comanda.sql.psp.Tables.FEE_CONTRACT;

import dev.comanda.ops.psp.FeeContract;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The fee contracts in force, as the configuration names them. */
public final class FeeContracts {

    private final DSLContext database;

    public FeeContracts(DSLContext database) {
        this.database = database;
    }

    /** Makes these the contracts, in one step: what is not among them is no contract any more. */
    public void replaceBy(List<FeeContract> contracts) {
        database.transaction(transaction -> {
            DSLContext sql = DSL.using(transaction);
            sql.deleteFrom(FEE_CONTRACT).execute();
            sql.batch(contracts.stream()
                            .map(contract -> sql.insertInto(FEE_CONTRACT)
                                    .set(FEE_CONTRACT.PSP, contract.psp().wireName())
                                    .set(FEE_CONTRACT.CURRENCY, contract.currency())
                                    .set(FEE_CONTRACT.VALID_FROM, contract.validFrom())
                                    .set(FEE_CONTRACT.RATE, contract.rate())
                                    .set(FEE_CONTRACT.FIXED, contract.fixed()))
                            .toList())
                    .execute();
        });
    }
}
