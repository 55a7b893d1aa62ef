package dev.comanda.ops.ledger.persistence;

import static org.jooq.impl.DSL.val;

import dev.comanda.ops.ledger.AccountStatement;
import dev.comanda.ops.ledger.AccountStatement.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The transfers of one account in a period; one between two parties of the account is a movement of each. */
final class Movements {

    private static final String PAGE =
            """
            select moved.*, count(*) over () as total
            from (select j.business_date, j.journal_id, j.rule, t.line, side.*, t.currency, t.items,
                         sum(side.amount) over (partition by t.currency
                                                order by j.business_date, j.journal_id, t.line, side.amount desc
                                                rows unbounded preceding) as balance
                  from ledger.journal j
                  join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id and e.name = {0}
                  join ledger.transfer t on t.journal_id = j.journal_id and {1} in (t.debit_account, t.credit_account)
                  cross join lateral (
                      values (t.debit_account, t.debit_party, t.credit_account, t.credit_party, t.amount),
                             (t.credit_account, t.credit_party, t.debit_account, t.debit_party, - t.amount))
                      as side (account, party, counter_account, counter_party, amount)
                  where j.business_date < {4} and side.account = {1} and side.party = coalesce({2}, side.party)) as moved
            where business_date >= {3}
            order by business_date, journal_id, line, amount desc
            offset {5} limit {6}
            """;

    private Movements() {}

    static AccountStatement of(DSLContext database, AccountStatement.Query query) {
        var rows = database.fetch(
                PAGE,
                val(query.legalEntity()),
                val(query.account()),
                val(query.party(), String.class),
                val(query.from()),
                val(query.to()),
                val(query.first()),
                val(query.most()));
        List<Movement> movements = rows.map(Movements::movement);
        return new AccountStatement(movements, rows.isEmpty() ? 0 : rows.get(0).get("total", Long.class));
    }

    private static Movement movement(Record row) {
        return new Movement(
                row.get("business_date", LocalDate.class),
                row.get("journal_id", UUID.class),
                row.get("rule", String.class),
                row.get("party", String.class),
                row.get("counter_account", String.class),
                row.get("counter_party", String.class),
                row.get("currency", String.class),
                row.get("amount", BigDecimal.class),
                row.get("balance", BigDecimal.class),
                row.get("items", Long.class));
    }
}
