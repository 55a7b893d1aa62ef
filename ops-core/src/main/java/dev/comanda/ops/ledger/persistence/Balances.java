package dev.comanda.ops.ledger.persistence;

import dev.comanda.ops.ledger.AccountBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Both sides of every transfer up to a date, summed. */
final class Balances {

    private static final String OF_ACCOUNTS =
            """
            select e.name, side.account, '' as party, t.currency, sum(side.debit) as debits, sum(side.credit) as credits
            from ledger.transfer t
            join ledger.journal j on j.journal_id = t.journal_id and j.business_date <= ?
            join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id
            cross join lateral (values (t.debit_account, t.amount, 0), (t.credit_account, 0, t.amount))
                as side (account, debit, credit)
            group by e.name, side.account, t.currency
            order by e.name collate "C", side.account, t.currency
            """;

    private static final String OF_PARTIES =
            """
            select e.name, side.account, side.party, t.currency, sum(side.debit) as debits, sum(side.credit) as credits
            from ledger.transfer t
            join ledger.journal j on j.journal_id = t.journal_id and j.business_date <= ?
            join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id
            cross join lateral (values (t.debit_account, t.debit_party, t.amount, 0),
                                       (t.credit_account, t.credit_party, 0, t.amount))
                as side (account, party, debit, credit)
            where side.account = ? and ? in (t.debit_account, t.credit_account)
            group by e.name, side.account, side.party, t.currency
            order by e.name collate "C", side.party, t.currency
            """;

    private Balances() {}

    static List<AccountBalance> ofAccounts(DSLContext database, LocalDate businessDate) {
        return database.fetch(OF_ACCOUNTS, businessDate).map(Balances::balance);
    }

    static List<AccountBalance> ofParties(DSLContext database, String account, LocalDate businessDate) {
        return database.fetch(OF_PARTIES, businessDate, account, account).map(Balances::balance);
    }

    private static AccountBalance balance(Record row) {
        return new AccountBalance(
                row.get("name", String.class),
                row.get("account", String.class),
                row.get("party", String.class),
                row.get("currency", String.class),
                row.get("debits", BigDecimal.class),
                row.get("credits", BigDecimal.class));
    }
}
