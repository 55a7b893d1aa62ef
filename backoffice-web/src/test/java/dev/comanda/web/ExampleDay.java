package dev.comanda.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;

/** A small day as a night leaves it: a file with a reject, a break of two currencies' worth, a failed night before. */
final class ExampleDay {

    static final String DATE = "2026-11-20";

    /** Every page of the example, each with what makes it interesting. */
    static final String[] PAGES = {
        "/",
        "/runs",
        "/runs/" + DATE,
        "/reconciliations",
        "/reconciliations?date=" + DATE,
        "/reconciliations/" + DATE + "/payment-settlement",
        "/reconciliations/" + DATE + "/payment-settlement?type=MISSING_SETTLEMENT&order=OLDEST",
        "/reconciliations/" + DATE + "/psp-payout",
        "/breaks/1",
        "/breaks/2",
        "/sources",
        "/sources?which=WITH_PROBLEMS",
        "/sources/1",
        "/rejects/1",
        "/cases",
        "/cases?status=ANY&least=1",
        "/cases?who=MINE&overdue=true&cause=CHARGEBACK&text=none&least=x",
        "/cases/" + ExampleCases.OPEN,
        "/cases/" + ExampleCases.OF_REJECTS,
        "/cases/" + ExampleCases.CLOSED,
        "/cases/" + ExampleCases.PROPOSED,
        "/cases/matching",
        "/cases/matching?owner=TREASURY",
        "/cases/automation",
        "/cases/automation?cause=ORDER_TOTAL",
        "/approvals",
    };

    static final String RAW_LINE = "{\"id\":\"evt-1\",\"type\":\"PaymentCaptured\",\"amount\":\"1234.50\"}";

    private ExampleDay() {}

    /** Puts the day into the tables, and its file into the inbox. */
    static void publish(DSLContext database, Path inbox) throws Exception {
        Path file = inbox.resolve("events/payments.ndjson");
        Files.createDirectories(file.getParent());
        Files.writeString(file, RAW_LINE + "\n<script>alert(1)</script>\n", StandardCharsets.UTF_8);
        database.execute(
                """
                insert into ingest.source (path, kind, sha256, size_bytes, read_at, read, accepted, rejected)
                values ('events/payments.ndjson', 'events', sha256('a'), ?, '2026-11-21T06:00:00Z', 2, 1, 1)
                """,
                Files.size(file));
        database.execute(
                """
                insert into ingest.inbox_file (inbox, path, size_bytes, modified_at, source_id)
                values (?, 'events/payments.ndjson', ?, '2026-11-21T05:00:00Z', 1)
                """,
                inbox.toString(),
                Files.size(file));
        database.execute(
                """
                insert into jobcontrol.night (business_date, status, started_at, ended_at, execution_id, failure)
                values ('2026-11-20', 'COMPLETED', '2026-11-21T06:00:00Z', '2026-11-21T06:02:05Z', 7, null),
                       ('2026-11-19', 'FAILED', '2026-11-20T06:00:00Z', '2026-11-20T06:00:09Z', null, 'the inbox is gone');
                insert into jobcontrol.expectation (name, kind, subject, expected_by)
                values ('account 1', 'STATEMENT', '1', '08:00');
                insert into jobcontrol.shortfall (business_date, expectation_id, noticed_at, needed_until, sentence)
                values ('2026-11-20', 1, now(), now(), 'the statement of account 1 is not there');
                insert into ingest.reject (source_id, line, reason, sentence, raw, raw_length, raw_sha256)
                values (1, 2, 'MALFORMED_JSON', 'No JSON', '<script>alert(1)</script>', 25, sha256('b'));
                insert into ingest.warning (source_id, line, sentence) values (1, 1, 'An unknown field');
                insert into marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,
                    merchant_reference, method, amount, currency, captured_at, business_date)
                values (1, 1, 'P-1', gen_random_uuid(), 'O-1', 'adyen', 'R', 'M', 'CARD', 1234.50, 'BRL',
                    '2026-11-20T15:00:00Z', '2026-11-20');
                insert into reconciliation.break (definition_id, type, raised_on, currency, left_amount, right_amount, digest)
                values (2, 'MISSING_SETTLEMENT', '2026-11-20', 'BRL', 1234.50, null, gen_random_uuid()),
                       (2, 'UNKNOWN_SETTLEMENT', '2026-11-20', 'USD', null, 9.99, gen_random_uuid());
                insert into reconciliation.open_item (role_id, item_id, definition_id, status, break_id, from_date)
                values (3, 1, 2, 'BREAK', 1, '2026-11-20');
                insert into reconciliation.result
                values (2, '2026-11-20', now(), 1000, 998, 998, 998, 998, 1, 0, 1, 0),
                       (3, '2026-11-20', now(), 2, 2, 2, 2, 2, 0, 0, 0, 0);
                insert into reconciliation.result_amount
                values (2, '2026-11-20', 'left', 'BRL', 54321.99), (2, '2026-11-20', 'left', 'USD', 10),
                       (2, '2026-11-20', 'right', 'BRL', 53087.49);
                insert into reconciliation.finding values ('ORDER_TOTAL', 'O-1', '2026-11-20', 10, 11, 'BRL');
                """);
        ExampleCases.open(database);
    }

    /** The steps of the night, which only the job repository of a started application has tables for. */
    static void addSteps(DSLContext database) {
        database.execute(
                """
                insert into batch_job_instance (job_instance_id, job_name, job_key) values (7, 'nightly', 'k');
                insert into batch_job_execution (job_execution_id, job_instance_id, create_time) values (7, 7, now());
                insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                    start_time, end_time, status, read_count, write_count, filter_count, read_skip_count,
                    process_skip_count, write_skip_count)
                values (7, 1, 'ingest', 7, now(), '2026-11-21 06:00:01', '2026-11-21 06:00:03', 'COMPLETED', 2, 1, 0, 0, 0, 0);
                """);
    }
}
