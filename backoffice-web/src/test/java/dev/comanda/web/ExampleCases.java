package dev.comanda.web;

import dev.comanda.ops.testing.ACase;
import org.jooq.DSLContext;

/** The cases of the example's day: one of a break, one of rejects, one that a policy closed, and one that waits for approval. */
final class ExampleCases {

    static final String OPEN = "11111111-0000-4000-8000-000000000001";
    static final String OF_REJECTS = "22222222-0000-4000-8000-000000000002";
    static final String CLOSED = "33333333-0000-4000-8000-000000000003";
    static final String PROPOSED = "44444444-0000-4000-8000-000000000004";

    private ExampleCases() {}

    static void open(DSLContext database) {
        ACase.person(database, "nina", "OPERATOR");
        ACase.ofBreak("MISSING_SETTLEMENT", "payment-settlement:P-1")
                .withId(OPEN)
                .of("PSP_OPERATIONS")
                .worth("1234.50", "BRL")
                .ofPriority(2)
                .insert(database);
        ACase.ofReject("MALFORMED_JSON", "events/payments.ndjson")
                .withId(OF_REJECTS)
                .of("INTEGRATION")
                .ofPriority(4)
                .dueAt("2099-01-01T12:00:00Z")
                .insert(database);
        ACase.ofFinding("ORDER_TOTAL", "laws:O-1")
                .withId(CLOSED)
                .closedWith("CLAIM")
                .insert(database);
        ACase.ofBreak("CHARGEBACK", "payment-settlement:<b>P-2</b>")
                .withId(PROPOSED)
                .of("DISPUTES")
                .worth("25000.00", "USD")
                .ofPriority(1)
                .insert(database);
        tell(database);
    }

    private static void tell(DSLContext database) {
        database.execute(
                """
                update reconciliation.break set case_id = '%1$s' where break_id = 1;
                update casework.work_case set opened_on = current_date - 2, closed_on = current_date - 1 where case_id = '%2$s';
                insert into policy.version values (gen_random_uuid(), 'settlement', '2026-11', '<dmn/>',
                    '{"en settlement.missing-large": "{psp} did not settle {amount} {currency}.",
                      "pt settlement.missing-large": "{psp} não liquidou {amount} {currency}."}', '2026-11-20');
                insert into policy.decision
                select '%1$s', '2026-11-20', version_id, 'missing-large', 'ESCALATE', 'PSP_OPERATIONS',
                       '{"cause": "MISSING_SETTLEMENT", "amount": "1234.50", "ageInBusinessDays": 2, "fileMissing": false, "psp": "adyen",
                        "currency": "BRL", "side": "LACKING"}'
                from policy.version;
                insert into casework.entry (case_id, happened_at, business_date, actor, kind, detail)
                values ('%1$s', '2026-11-21T06:01:00Z', '2026-11-20', null, 'OPENED', 'MISSING_SETTLEMENT'),
                       ('%1$s', '2026-11-21T06:01:00Z', '2026-11-20', null, 'DECIDED', 'ESCALATE'),
                       ('%1$s', '2026-11-21T06:01:00Z', '2026-11-20', null, 'ESCALATED', 'PSP_OPERATIONS'),
                       ('%1$s', '2026-11-21T14:00:00Z', null, 'nina', 'COMMENTED', E'Asked <b>the PSP</b>.\\nThey look for it.'),
                       ('%3$s', '2026-11-21T14:00:00Z', null, 'nina', 'PROPOSED', E'ACCEPT_LOSS\\nThe time to contest is over.');
                insert into casework.attachment (case_id, name, media_type, content, sha256, attached_by, attached_at)
                values ('%1$s', 'answer "of" PSP.html', 'text/html', '<script>', sha256('<script>'), 'nina', now());
                insert into approval.request (kind, subject, payload, payload_sha256, reason, requested_by, requested_at)
                select 'CASE_RESOLUTION', '%3$s', p, sha256(convert_to(p, 'UTF8')), 'The time to contest is over.', 'nina', now()
                from (values (E'resolution ACCEPT_LOSS\\ncase %3$s open\\ncause CHARGEBACK\\namount 25000 USD')) as payload (p);
                """
                        .formatted(OPEN, CLOSED, PROPOSED));
    }
}
