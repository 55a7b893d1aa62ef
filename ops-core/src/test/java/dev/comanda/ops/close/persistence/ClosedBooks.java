package dev.comanda.ops.close.persistence;

import java.time.LocalDate;
import org.jooq.DSLContext;

/** Nights as they are before their sign-off. */
final class ClosedBooks {

    private static final String FORGET =
            """
            begin;
            set local session_replication_role = replica;
            truncate jobcontrol.night, jobcontrol.shortfall, jobcontrol.expectation, ledger.signed_off, ledger.posted_date, ledger.proof,
                ledger.reopening, ledger.lifted_sign_off, ledger.journal, ledger.transfer, approval.request, casework.work_case,
                policy.version, policy.decision cascade;
            commit
            """;

    private final DSLContext database;

    ClosedBooks(DSLContext database) {
        this.database = database;
    }

    void forget() {
        database.execute(FORGET);
    }

    /** A completed and posted night, whose one proof differs by nothing. */
    ClosedBooks night(LocalDate date) {
        database.execute(
                "insert into jobcontrol.night (business_date, status, started_at, ended_at) values (?, 'COMPLETED', now(), now())",
                date);
        database.execute("insert into ledger.posted_date values (?, now(), 0)", date);
        return proof(date, "10.00", "10.00");
    }

    ClosedBooks proof(LocalDate date, String balance, String openItems) {
        database.execute(
                """
                insert into ledger.proof (business_date, legal_entity_id, account, party, currency, balance, open_items)
                values (?, 1, 'order-clearing', ?, 'BRL', ?::numeric, ?::numeric)
                """,
                date,
                balance,
                balance,
                openItems);
        return this;
    }

    ClosedBooks shortfall(LocalDate date) {
        database.execute(
                """
                insert into jobcontrol.expectation (name, kind, subject, expected_by) values ('account 1', 'STATEMENT', '1', '08:00');
                """);
        database.execute(
                """
                insert into jobcontrol.shortfall (business_date, expectation_id, noticed_at, needed_until, sentence)
                select ?, expectation_id, now(), now(), 'the statement of account 1 is not there' from jobcontrol.expectation
                """,
                date);
        return this;
    }
}
