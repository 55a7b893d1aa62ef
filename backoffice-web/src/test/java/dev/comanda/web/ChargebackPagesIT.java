package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the page of a chargeback's case says of its dispute. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class ChargebackPagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Autowired
    private MockMvcTester pages;

    private UUID disputed = new UUID(0, 0);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void letOlgaIn() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        postgres.dsl()
                .execute(
                        """
                        insert into marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,
                            merchant_reference, method, amount, currency, captured_at, business_date)
                        values (1, 1, 'P-1', gen_random_uuid(), '<b>O-1</b>', 'adyen', 'R-1', 'M', 'CARD', 100.00, 'BRL',
                                '2026-11-10T15:00:00Z', '2026-11-10')
                        """);
    }

    @BeforeEach
    void openADispute() {
        postgres.dsl().execute("truncate casework.work_case, casework.entry, casework.attachment cascade");
        disputed = ACase.ofBreak("CHARGEBACK", "payment-settlement:adyen.csv#3").insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                        insert into chargeback.dispute (case_id, psp, psp_reference, scheme, amount, currency, charged_back_on,
                            respond_by, state, state_before)
                        values (?, 'adyen', 'R-1', 'visa', 100.00, 'BRL', '2026-11-20', '2026-12-08', 'OPEN', 'OPEN')
                        """,
                        disputed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "en", "es"})
    void theCaseSaysUntilWhenItCanBeContestedAndWithWhat(String language) throws Exception {
        Document page = page("?lang=" + language, "OPERATOR");
        assertThat(page.select("#dispute").text()).contains("Visa", "2026-11-10T15:00:00.000000Z", "<b>O-1</b>");
        assertThat(page.html()).doesNotContain("??");
    }

    @Test
    void contestingKeepsTheEvidenceAndIsDoneOnce() throws Exception {
        assertThat(contest("OPERATOR", "The order arrived.")).hasRedirectedUrl("/cases/" + disputed);
        Document page = page("?lang=en", "OPERATOR");
        assertThat(page.select("#dispute dd").eachText()).contains("contested");
        assertThat(page.select(".files").text()).contains("evidence.json");
        assertThat(page.select(".timeline").text()).contains("contested the chargeback", "The order arrived.");
        assertThat(page.select("form[action$=contest]")).isEmpty();
    }

    @Test
    void whatCannotBeContestedIsSaidAtItsFieldAndTheListIsKept() throws Exception {
        MvcTestResult refused = pages.post()
                .uri("/cases/" + disputed + "/contest?owner=DISPUTES&lang=en")
                .param("reason", "<b>" + "x".repeat(10_000))
                .with(csrf())
                .with(role("OPERATOR"))
                .exchange();
        assertThat(refused).hasStatus(422);
        Document again = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(again.select("#contest-error").text()).isEqualTo("Say why, in 10,000 characters at most.");
        assertThat(again.select("#contest-reason").text()).startsWith("<b>x");
        assertThat(again.select("#contest-reason").attr("aria-describedby")).isEqualTo("contest-error");
        assertThat(again.select("form[action*=/contest]").attr("action")).endsWith("/contest?owner=DISPUTES");
        assertThat(again.select(".crumbs a").attr("href")).isEqualTo("/cases?owner=DISPUTES");
    }

    @Test
    void aCaseOfSomethingElseHasNoDisputeAndWhoOnlyLooksContestsNothing() throws Exception {
        assertThat(page("", "VIEWER").select("form[action$=contest]")).isEmpty();
        assertThat(contest("VIEWER", "Why")).hasStatus(403);
        disputed = ACase.ofBreak("UNDERCAPTURED", "order-payment:O-2").insert(postgres.dsl());
        assertThat(page("", "OPERATOR").select("#dispute")).isEmpty();
        assertThat(contest("OPERATOR", "Why")).hasStatus(404);
    }

    private MvcTestResult contest(String role, String reason) {
        return pages.post()
                .uri("/cases/" + disputed + "/contest")
                .param("reason", reason)
                .with(csrf())
                .with(role(role))
                .exchange();
    }

    private Document page(String query, String role) throws Exception {
        MvcTestResult result =
                pages.get().uri("/cases/" + disputed + query).with(role(role)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor role(String role) {
        return user("olga").authorities(new SimpleGrantedAuthority(role));
    }
}
