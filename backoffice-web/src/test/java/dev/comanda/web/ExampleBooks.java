package dev.comanda.web;

import org.jooq.DSLContext;

/** The ledger of the example's day: two journals, of which one corrects the other, and a proof that does not hold. */
final class ExampleBooks {

    static final String JOURNAL = "00000000-0000-4000-8000-000000000001";
    static final String CORRECTION = "00000000-0000-4000-8000-000000000002";

    /** What ledger, close and policies show; the policies are there without a day. */
    static final String[] PAGES = {
        "/ledger?date=2026-11-20",
        "/ledger?date=2026-01-01",
        "/ledger/accounts/psp-clearing?to=2026-11-20",
        "/ledger/journals/" + CORRECTION,
        "/close?month=2026-11",
        "/close?month=2026-01",
        "/policies",
        "/policies/settlement",
        "/policies/order-payment",
        "/policies/settlement/rows/missing-large",
    };

    private ExampleBooks() {}

    static void keep(DSLContext database) {
        database.execute(
                """
                insert into jobcontrol.night (business_date, status, started_at, ended_at)
                values ('2026-11-18', 'COMPLETED', now(), now());
                insert into ledger.posted_date values ('2026-11-18', now(), 0), ('2026-11-20', now(), 0);
                begin;
                insert into ledger.journal (journal_id, legal_entity_id, business_date, rule, case_id, corrects, posted_at) values
                    ('00000000-0000-4000-8000-000000000001', 1, '2026-11-20', 'payment-captured', null, null, now()),
                    ('00000000-0000-4000-8000-000000000002', 1, '2026-11-20', 'WRITE_OFF',
                     '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000001', now());
                insert into ledger.transfer values
                    ('00000000-0000-4000-8000-000000000001', 1, 'psp-clearing', 'adyen', 'order-clearing', '', 'BRL', 1234.50, 3),
                    ('00000000-0000-4000-8000-000000000002', 1, 'write-offs', '', 'psp-clearing', 'adyen', 'BRL', 0.03, 1);
                commit;
                insert into ledger.proof (business_date, legal_entity_id, account, party, currency, balance, open_items) values
                    ('2026-11-20', 1, 'psp-clearing', 'adyen', 'BRL', 1234.47, 1234.50),
                    ('2026-11-20', 1, 'order-clearing', '', 'BRL', -1234.50, -1234.50);
                """);
        for (String person : new String[] {"ada", "adam"}) {
            database.execute("insert into identity.app_user values (?, ?, '{noop}secret', true)", person, person);
            database.execute("insert into identity.user_role values (?, 'APPROVER')", person);
        }
    }
}
