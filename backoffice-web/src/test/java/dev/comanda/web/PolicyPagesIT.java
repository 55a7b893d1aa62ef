package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people see of policies, and what a trial answers. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class PolicyPagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final String ROW = "cheaper-to-accept";

    private static UUID decided = new UUID(0, 0);

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Policies policies;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void aChargebackWasAccepted() {
        decided = ACase.ofBreak("CHARGEBACK", "payment-settlement:<b>P-1</b>")
                .closedWith("ACCEPT_LOSS")
                .insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                        insert into policy.version values ('00000000-0000-0000-0000-000000000001', 'chargeback', '0', '<dmn/>',
                            '{"en chargeback.cheaper-to-accept": "Contesting {amount} {currency} costs more."}', '2026-11-18');
                        insert into policy.decision
                        values ('%s', '2026-11-20', '00000000-0000-0000-0000-000000000001', 'cheaper-to-accept', 'ACCEPT_LOSS',
                                'DISPUTES', '{"cause": "CHARGEBACK", "reconciliation": "payment-settlement", "psp": "adyen",
                                              "amount": "30.00", "currency": "BRL", "side": "LACKING"}')
                        """
                                .formatted(decided));
    }

    @ParameterizedTest
    @CsvSource({
        "/policies,pt-BR",
        "/policies/settlement,en",
        "/policies/law,es",
        "/policies/chargeback/rows/cheaper-to-accept,es"
    })
    void everyPageIsShownInItsLanguageWithoutInlineScriptOrStyle(String page, String language) throws Exception {
        Document document = page(page + "?lang=" + language, "VIEWER");
        assertThat(document.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(document.html()).doesNotContain("??", "<b>P-1");
    }

    @Test
    void theListSaysWhatAPolicyDecidedAndHowMuchWithoutAPerson() throws Exception {
        Document list = page("/policies?lang=en", "VIEWER");
        assertThat(list.select("tbody tr")).hasSize(policies.tables().size());
        String chargebacks = list.select("tr:has(a[href=/policies/chargeback])").text();
        assertThat(chargebacks).contains("Chargebacks", ROW, "100%", "1 of 1 cases", "has not decided yet");
    }

    @Test
    void aRowSaysItsConditionsItsWordsAndHowOftenItFired() throws Exception {
        Document row = Jsoup.parse("<table>"
                + page("/policies/chargeback?lang=en", "VIEWER")
                        .select("tr#" + ROW)
                        .outerHtml() + "</table>");
        assertThat(row.select("td").eachText())
                .containsExactly(
                        "Chargeback", "any", "BRL", "> 0.00, ≤ 40.00", "Accept the loss", "Disputes", "—", "1 R$30.00");
        assertThat(row.select("th").text()).contains("[Amount at stake] [Currency]");
        assertThat(page("/policies/chargeback", "VIEWER").select("form[action$=trial]"))
                .isEmpty();
    }

    @Test
    void theDecisionsOfARowLeadToTheirCases() throws Exception {
        Document row = page("/policies/chargeback/rows/" + ROW + "?lang=en", "VIEWER");
        assertThat(row.select("tbody th a").attr("href")).isEqualTo("/cases/" + decided);
        assertThat(row.select("tbody").text()).contains("Contesting 30.00 BRL costs more.");
    }

    @Test
    void theTableCanBeTakenHome() {
        assertThat(pages.get()
                        .uri("/policies/chargeback/table")
                        .with(role("VIEWER"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .isEqualTo(table().dmn());
        assertThat(pages.get().uri("/policies/none").with(role("VIEWER")).exchange())
                .hasStatus(404);
    }

    @Test
    void aTrialSaysWhatFlipsAndChangesNothing() throws Exception {
        Document same = html(tryOut("APPROVER", table().dmn(), "2026-11-01"), 200);
        assertThat(same.select("#tried").text()).startsWith("0 of 1 decisions");
        String stricter = table().dmn().replace("]0.00..40.00]", "]0.00..20.00]");
        Document changed = html(tryOut("OPERATOR", stricter, "2026-11-01"), 200);
        assertThat(changed.select("#tried").text()).startsWith("1 of 1 decisions");
        assertThat(changed.select("#trial tbody").text())
                .contains("Accept the loss", "Hand to a person", "R$30.00", ROW + " → worth-contesting");
        assertThat(changed.select("#trial tbody a").attr("href")).isEqualTo("/cases/" + decided);
        assertThat(postgres.dsl().fetchValue("select count(*) from policy.decision"))
                .isEqualTo(1L);
        assertThat(table().dmn()).contains("]0.00..40.00]");
    }

    @Test
    void aFileThatIsTooLargeToBeReadIsSaidAtItsField() throws Exception {
        MvcTestResult result = pages.post()
                .uri("/policies/chargeback/trials?lang=en")
                .contentType("multipart/form-data; boundary=x")
                .content(new byte[(12 << 20) + 1])
                .with(role("OPERATOR"))
                .exchange();
        Document page = html(result, 422);
        assertThat(page.select("#file-error").text()).startsWith("The file is larger than 12 MB");
        assertThat(page.select("#table").text()).contains("<decisionTable");
        assertThat(pages.get().uri("/policies/chargeback/trials").with(role("VIEWER")))
                .hasRedirectedUrl("/policies/chargeback");
    }

    @Test
    void anUploadedTableIsTriedBeforeTheTextAndStaysInIt() throws Exception {
        String stricter = table().dmn().replace("]0.00..40.00]", "]0.00..20.00]");
        MvcTestResult result = pages.post()
                .uri("/policies/chargeback/trials?lang=en")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "changed.dmn", "application/xml", stricter.getBytes(StandardCharsets.UTF_8)))
                .param("table", "")
                .param("from", "2026-11-01")
                .param("to", "2026-11-30")
                .with(csrf())
                .with(role("ADMIN"))
                .exchange();
        Document page = html(result, 200);
        assertThat(page.select("#tried").text()).startsWith("1 of 1");
        assertThat(page.select("#table").text()).contains("]0.00..20.00]");
    }

    @Test
    void aTableThatCannotBeUsedIsRefusedAtItsField() throws Exception {
        String wrong = table().dmn().replace("\"ACCEPT_LOSS\"", "\"FORGET_IT\"");
        Document page = html(tryOut("OPERATOR", wrong, "2026-11-01"), 422);
        assertThat(page.select("#table-error").text()).contains(ROW, "FORGET_IT");
        assertThat(page.select("#table").text()).contains("FORGET_IT");
        String others = policies.tables().get(0).dmn();
        assertThat(html(tryOut("OPERATOR", others, "2026-11-01"), 422)
                        .select("#table-error")
                        .text())
                .contains("order-payment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-12-01", "2026-01-01", "yesterday"})
    void datesThatCannotBeTriedAreRefusedAtTheirField(String from) throws Exception {
        Document page = html(tryOut("OPERATOR", table().dmn(), from), 422);
        assertThat(page.select("#dates-error").text()).contains("92");
        assertThat(page.select("#from").attr("value")).isEqualTo(from);
    }

    @Test
    void whoOnlyLooksTriesNothing() {
        assertThat(tryOut("VIEWER", table().dmn(), "2026-11-01")).hasStatus(403);
    }

    private PolicyTable table() {
        return policies.tables().stream()
                .filter(table -> table.key().equals("chargeback"))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult tryOut(String role, String dmn, String from) {
        return pages.post()
                .uri("/policies/chargeback/trials?lang=en")
                .param("table", dmn)
                .param("from", from)
                .param("to", "2026-11-30")
                .with(csrf())
                .with(role(role))
                .exchange();
    }

    private Document page(String uri, String role) throws Exception {
        return html(pages.get().uri(uri).with(role(role)).exchange(), 200);
    }

    private static Document html(MvcTestResult result, int status) throws Exception {
        assertThat(result).hasStatus(status);
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor role(String role) {
        return user("vera").authorities(new SimpleGrantedAuthority(role));
    }
}
