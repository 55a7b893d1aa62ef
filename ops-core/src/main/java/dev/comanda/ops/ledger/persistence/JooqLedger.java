package dev.comanda.ops.ledger.persistence;

import static dev.comanda.sql.ingest.Tables.LEGAL_ENTITY;
import static dev.comanda.sql.ledger.Tables.JOURNAL;
import static dev.comanda.sql.ledger.Tables.POSTED_DATE;
import static dev.comanda.sql.ledger.Tables.PROOF;
import static dev.comanda.sql.ledger.Tables.TRANSFER;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ledger.AccountBalance;
import dev.comanda.ops.ledger.AccountStatement;
import dev.comanda.ops.ledger.Journal;
import dev.comanda.ops.ledger.JournalRow;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.PostedSum;
import dev.comanda.ops.ledger.Proof;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads the ledger's tables. */
public final class JooqLedger implements Ledger {

    private static final int ROWS_AT_A_TIME = 10_000;

    private static final String EXPORT =
            """
            select j.business_date, e.name, j.journal_id, j.rule, j.case_id, j.corrects, t.debit_account, t.debit_party,
                   t.credit_account, t.credit_party, t.currency, t.amount, t.items
            from ledger.journal j
            join ledger.transfer t on t.journal_id = j.journal_id
            join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id
            where j.business_date = ?
            order by e.name collate "C", j.journal_id, t.debit_account, t.debit_party, t.credit_account, t.credit_party,
                     t.currency, t.line
            """;

    private final DSLContext database;

    public JooqLedger(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<AccountBalance> trialBalance(LocalDate businessDate) {
        return Balances.ofAccounts(database, businessDate);
    }

    @Override
    public List<AccountBalance> balancesByParty(String account, LocalDate businessDate) {
        return Balances.ofParties(database, account, businessDate);
    }

    @Override
    public AccountStatement statement(AccountStatement.Query query) {
        return Movements.of(database, query);
    }

    @Override
    public Optional<Journal> journal(UUID id) {
        return database.select(
                        LEGAL_ENTITY.NAME,
                        JOURNAL.BUSINESS_DATE,
                        JOURNAL.RULE,
                        JOURNAL.CASE_ID,
                        JOURNAL.CORRECTS,
                        JOURNAL.POSTED_AT)
                .from(JOURNAL)
                .join(LEGAL_ENTITY)
                .on(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(JOURNAL.LEGAL_ENTITY_ID))
                .where(JOURNAL.JOURNAL_ID.eq(id))
                .fetchOptional(row -> new Journal(
                        id,
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6().toInstant(),
                        transfers(id)));
    }

    private List<Journal.Transfer> transfers(UUID journal) {
        return database.selectFrom(TRANSFER)
                .where(TRANSFER.JOURNAL_ID.eq(journal))
                .orderBy(TRANSFER.LINE)
                .fetch(JooqLedger::transfer);
    }

    @Override
    public List<UUID> correctionsOf(UUID journal) {
        return database.select(JOURNAL.JOURNAL_ID)
                .from(JOURNAL)
                .where(JOURNAL.CORRECTS.eq(journal))
                .orderBy(JOURNAL.BUSINESS_DATE, JOURNAL.JOURNAL_ID)
                .fetch(JOURNAL.JOURNAL_ID);
    }

    @Override
    public List<PostedSum> postedOn(LocalDate businessDate) {
        return database.select(TRANSFER.CURRENCY, sum(TRANSFER.AMOUNT))
                .from(JOURNAL)
                .join(TRANSFER)
                .on(TRANSFER.JOURNAL_ID.eq(JOURNAL.JOURNAL_ID))
                .where(JOURNAL.BUSINESS_DATE.eq(businessDate))
                .groupBy(TRANSFER.CURRENCY)
                .orderBy(TRANSFER.CURRENCY)
                .fetch(row -> new PostedSum(row.value1(), row.value2(), row.value2()));
    }

    @Override
    public List<Proof> proofs(LocalDate businessDate) {
        return database.select(
                        LEGAL_ENTITY.NAME,
                        PROOF.ACCOUNT,
                        PROOF.PARTY,
                        PROOF.CURRENCY,
                        PROOF.BALANCE,
                        PROOF.OPEN_ITEMS,
                        PROOF.DIFFERENCE)
                .from(PROOF)
                .join(LEGAL_ENTITY)
                .on(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(PROOF.LEGAL_ENTITY_ID))
                .where(PROOF.BUSINESS_DATE.eq(businessDate))
                .orderBy(LEGAL_ENTITY.NAME.collate(DSL.collation("C")), PROOF.ACCOUNT, PROOF.PARTY, PROOF.CURRENCY)
                .fetch(row -> new Proof(
                        businessDate,
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    @Override
    public void export(LocalDate businessDate, Consumer<JournalRow> rows) {
        if (!database.fetchExists(POSTED_DATE, POSTED_DATE.BUSINESS_DATE.eq(businessDate))) {
            throw new OpsException(
                    ErrorCode.NOT_FOUND, "nothing is posted for %s: run its night first".formatted(businessDate));
        }
        database.transaction(transaction -> {
            try (Cursor<Record> cursor = DSL.using(transaction)
                    .resultQuery(EXPORT, businessDate)
                    .fetchSize(ROWS_AT_A_TIME)
                    .fetchLazy()) {
                for (Record row : cursor) {
                    rows.accept(new JournalRow(
                            businessDate,
                            row.get("name", String.class),
                            row.get("journal_id", UUID.class),
                            row.get("rule", String.class),
                            row.get("case_id", UUID.class),
                            row.get("corrects", UUID.class),
                            transfer(row)));
                }
            }
        });
    }

    private static Journal.Transfer transfer(Record row) {
        return new Journal.Transfer(
                row.get("debit_account", String.class),
                row.get("debit_party", String.class),
                row.get("credit_account", String.class),
                row.get("credit_party", String.class),
                row.get("currency", String.class),
                row.get("amount", BigDecimal.class),
                row.get("items", Long.class));
    }
}
