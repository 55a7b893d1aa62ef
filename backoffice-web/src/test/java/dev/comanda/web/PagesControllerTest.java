package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.PostgresExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class PagesControllerTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void publishADay() {
        postgres.dsl()
                .execute(
                        """
                insert into jobcontrol.night (business_date, status, started_at) values ('2026-11-20', 'RUNNING', now());
                insert into jobcontrol.expectation (name, kind, subject, expected_by)
                values ('account 1', 'STATEMENT', '1', '08:00');
                insert into jobcontrol.shortfall (business_date, expectation_id, noticed_at, needed_until, sentence)
                values ('2026-11-20', 1, now(), now(), 'the statement of account 1 is not there');
                insert into ingest.source (path, kind, sha256, size_bytes, read_at, read, rejected)
                values ('events/a.ndjson', 'events', sha256('a'), 1, now(), 1, 1);
                insert into ingest.reject (source_id, line, reason, sentence, raw, raw_length, raw_sha256)
                values (1, 1, 'MALFORMED_JSON', 'No JSON', '<script>', 8, sha256('b'));
                insert into marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,
                    merchant_reference, method, amount, currency, captured_at, business_date)
                values (1, 1, 'P-1', gen_random_uuid(), 'O-1', 'adyen', 'R', 'M', 'CARD', 10.50, 'BRL', now(), '2026-11-20');
                insert into reconciliation.break (definition_id, type, raised_on, currency, left_amount, digest)
                values (2, 'MISSING_SETTLEMENT', '2026-11-20', 'BRL', 10.50, gen_random_uuid());
                insert into reconciliation.open_item (role_id, item_id, definition_id, status, break_id, from_date)
                values (3, 1, 2, 'BREAK', 1, '2026-11-20');
                insert into reconciliation.result values (2, '2026-11-20', now(), 1, 0, 0, 0, 0, 0, 0, 1, 0);
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/runs",
                "/runs/2026-11-20",
                "/runs/2026-11-20/progress",
                "/reconciliations",
                "/reconciliations/2026-11-20/payment-settlement?type=MISSING_SETTLEMENT",
                "/breaks/1",
                "/sources",
                "/sources/1"
            })
    void everyPageIsShownWithoutInlineScriptOrStyle(String page) throws Exception {
        MvcTestResult result = pages.get()
                .uri(page)
                .with(user("vera").authorities(new SimpleGrantedAuthority("VIEWER")))
                .exchange();

        assertThat(result).hasStatusOk();
        String html = result.getResponse().getContentAsString();
        Document document = Jsoup.parse(html);
        assertThat(document.select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
        assertThat(html).doesNotContain("??");
    }

    @Test
    void aNightShowsTheStepsOfItsExecution() throws Exception {
        postgres.dsl()
                .execute(
                        """
                insert into jobcontrol.night (business_date, status, started_at, ended_at, execution_id)
                values ('2026-11-19', 'COMPLETED', now(), now(), 7);
                insert into batch_job_instance (job_instance_id, job_name, job_key) values (7, 'nightly', 'k');
                insert into batch_job_execution (job_execution_id, job_instance_id, create_time) values (7, 7, now());
                insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                    start_time, status, read_count, write_count, filter_count, read_skip_count, process_skip_count,
                    write_skip_count)
                values (7, 1, 'ingest', 7, now(), '2026-11-20 03:00:01', 'STARTED', 5, 4, 1, 0, 0, 0);
                """);
        MvcTestResult result = pages.get()
                .uri("/runs/2026-11-19")
                .with(user("vera").authorities(new SimpleGrantedAuthority("VIEWER")))
                .exchange();
        assertThat(result).hasStatusOk().bodyText().contains("ingest", "2026-11-20T03:00:01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs/2026-11-20"})
    void anIncompleteNightSaysWhatIsMissing(String page) {
        assertThat(pages.get()
                        .uri(page)
                        .with(user("vera").authorities(new SimpleGrantedAuthority("VIEWER")))
                        .exchange())
                .bodyText()
                .contains("(incompleta)", "the statement of account 1 is not there");
    }

    @Test
    void anonymousIsSentToTheSignIn() {
        assertThat(pages.get().uri("/runs").exchange()).hasStatus3xxRedirection();
    }

    @Test
    void aViewerCannotRequestARun() {
        assertThat(pages.post()
                        .uri("/runs/requests")
                        .param("date", "2026-11-21")
                        .with(csrf())
                        .with(user("vera").authorities(new SimpleGrantedAuthority("VIEWER")))
                        .exchange())
                .hasStatus(403);
    }
}
