package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people see of cases and do with them: olga works, ada approves, vera looks. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class CasePagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final RequestPostProcessor OLGA = signedIn("olga", "OPERATOR");
    private static final RequestPostProcessor ADA = signedIn("ada", "APPROVER");
    private static final RequestPostProcessor VERA = signedIn("vera", "VIEWER");
    private static final String KEPT = "?owner=PAYMENTS&text=O-";

    @Autowired
    private MockMvcTester pages;

    private UUID small = new UUID(0, 0);
    private UUID large = small;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void letPeopleIn() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        ACase.person(postgres.dsl(), "ada", "APPROVER");
    }

    @BeforeEach
    void openTwoCases() {
        ACase.forgetAll(postgres.dsl());
        small = ACase.ofBreak("UNDERCAPTURED", "order-payment:O-1")
                .worth("9.90", "BRL")
                .insert(postgres.dsl());
        large = ACase.ofBreak("UNDERCAPTURED", "order-payment:O-2")
                .worth("900.00", "BRL")
                .dueAt("2099-01-01T12:00:00Z")
                .insert(postgres.dsl());
    }

    @Test
    void theQueueIsGroupedByUrgencyAndSaysHowMuchItFinds() throws Exception {
        ACase.ofBreak("CHARGEBACK", "payment-settlement:P-1").waiting().insert(postgres.dsl());
        Document queue = page("/cases", OLGA);
        assertThat(queue.select(".group").eachText()).containsExactly("⚠ Overdue 1", "Later 1");
        assertThat(queue.select(".sums").text()).isEqualTo("2 cases R$909.90");
        assertThat(queue.select(".figures dt + dd").eachText()).containsExactly("2", "1", "0", "1", "—");
        assertThat(page("/cases?status=ANY&least=900,00", OLGA)
                        .select("tbody a")
                        .eachText())
                .containsExactly("Undercaptured");
    }

    @Test
    void whatNarrowsTheQueueCanBeTakenAwayOneByOneAndIsKeptOnTheWay() throws Exception {
        Document queue = page("/cases" + KEPT, OLGA);
        assertThat(queue.select(".chips a").eachAttr("href"))
                .containsExactly("/cases?text=O-", "/cases?owner=PAYMENTS");
        assertThat(queue.select("tbody th[scope=row] a").eachAttr("href"))
                .containsExactly("/cases/" + small + KEPT, "/cases/" + large + KEPT);
        assertThat(page("/cases/" + small + KEPT, OLGA).select("a[rel=next]").attr("href"))
                .isEqualTo("/cases/" + large + KEPT);
        assertThat(page("/cases?least=much", OLGA).select("#least").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(page("/cases?who=MINE", OLGA).select(".empty")).hasSize(1);
    }

    @Test
    void whoSendsAFormComesBackToTheCaseWithTheFilter() {
        assertThat(post("/cases/" + small + "/claim" + KEPT, OLGA).exchange())
                .hasRedirectedUrl("/cases/" + small + KEPT);
        assertThat(post("/cases/" + small + "/claim", ADA).exchange()).hasStatus(422);
        assertThat(post("/cases/" + UUID.randomUUID() + "/claim", ADA).exchange())
                .hasStatus(404);
    }

    @Test
    void whatCannotBeDoneIsSaidAtItsFieldWithWhatWasTyped() throws Exception {
        MvcTestResult refused = post("/cases/" + small + "/hand-over", OLGA)
                .param("to", "NOBODY")
                .param("reason", "It is <theirs>.")
                .exchange();
        assertThat(refused).hasStatus(422);
        Document again = html(refused);
        assertThat(again.select("#hand-over-error").text()).isEqualTo("There is no such team.");
        assertThat(again.select("#hand-over-reason").text()).isEqualTo("It is <theirs>.");
        assertThat(again.select("#hand-over-reason").attr("aria-describedby")).isEqualTo("hand-over-error");
    }

    @Test
    void aLittleIsWrittenOffByOneAndMoreWaitsForAnother() throws Exception {
        assertThat(resolve(small, "WRITE_OFF")).hasStatus3xxRedirection();
        assertThat(resolve(large, "WRITE_OFF")).hasStatus3xxRedirection();
        assertThat(statuses()).containsExactly("CLOSED", "OPEN");
        Document own = page("/approvals", OLGA);
        assertThat(own.select(".proposal form")).isEmpty();
        Document hers = page("/approvals", ADA);
        assertThat(hers.select(".proposal form")).hasSize(2);
        assertThat(hers.select("blockquote").text()).isEqualTo("The courier kept it.");
        assertThat(page("/", VERA).select("[href=/approvals]").text()).isEqualTo("1");
        assertThat(post(hers.select(".proposal form").get(0).attr("action"), ADA)
                        .exchange())
                .hasRedirectedUrl("/approvals");
        assertThat(statuses()).containsExactly("CLOSED", "CLOSED");
        assertThat(page("/approvals", ADA).select(".empty")).hasSize(1);
    }

    @Test
    void aStaleProposalOffersOnlyToRefuseIt() throws Exception {
        resolve(large, "WRITE_OFF");
        postgres.dsl().execute("update casework.work_case set amount = 901 where case_id = ?", large);
        Document item = page("/cases/" + large, ADA);
        assertThat(item.select("form[action$=/approve]")).isEmpty();
        assertThat(item.text()).contains("can only be refused");
        MvcTestResult approved = post("/cases/" + large + "/approve", ADA).exchange();
        assertThat(approved).hasStatus(422);
        assertThat(post("/cases/" + large + "/refuse", ADA)
                        .param("reason", "It changed.")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(page("/cases/" + large, OLGA).select("form[action$=/resolve]"))
                .hasSize(1);
    }

    @Test
    void manyAreShownWithTheirMoneyBeforeTheyAreResolvedAndThoseLeftOutAreNamed() throws Exception {
        post("/cases/" + large + "/claim", ADA).exchange();
        Document choice = html(many("/cases/resolutions/choice").exchange());
        assertThat(choice.select(".sums").text()).isEqualTo("2 cases R$909.90");
        assertThat(choice.select("button.primary").text()).isEqualTo("Resolve 2 cases");
        MvcTestResult withoutReason =
                many("/cases/resolutions").param("resolution", "WRITE_OFF").exchange();
        assertThat(withoutReason).hasStatus(422);
        assertThat(html(withoutReason).select("#reason-error")).hasSize(1);
        MvcTestResult done = many("/cases/resolutions" + KEPT)
                .param("resolution", "WRITE_OFF")
                .param("reason", "Rounding.")
                .exchange();
        assertThat(done).hasRedirectedUrl("/cases" + KEPT);
        Document queue = html(pages.get()
                .uri("/cases?lang=en")
                .with(OLGA)
                .flashAttrs(new HashMap<>(done.getMvcResult().getFlashMap()))
                .exchange());
        assertThat(queue.select(".note p").text())
                .isEqualTo("1 closed, 0 proposed to somebody else, 1 left as they were.");
        assertThat(queue.select(".note li").text()).contains("order-payment:O-2: Somebody else has this case");
    }

    private MockMvcRequestBuilder many(String path) {
        return post(path, OLGA).param("id", small.toString(), large.toString());
    }

    @Test
    void anAttachmentIsDownloadedAndNeverShown() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "p\"ágina.html", "text/html", new byte[] {1, 2, 3});
        MvcTestResult attached = pages.post()
                .uri("/cases/" + small + "/attachments")
                .multipart()
                .file(file)
                .with(csrf())
                .with(OLGA)
                .exchange();
        assertThat(attached).hasStatus3xxRedirection();
        String address = page("/cases/" + small, VERA).select(".files a").attr("href");
        MvcTestResult download = pages.get().uri(address).with(VERA).exchange();
        assertThat(download)
                .hasHeader("Content-Type", "application/octet-stream")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .hasValue(
                        "Content-Disposition",
                        "attachment; filename=\"pagina.html\"; filename*=UTF-8''p%C3%A1gina.html");
        assertThat(pages.get()
                        .uri(address.replace(small.toString(), large.toString()))
                        .with(VERA)
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void whoOnlyLooksSeesNoForms() throws Exception {
        assertThat(page("/cases", VERA).select("main form[method=post]")).isEmpty();
        assertThat(page("/cases/" + small, VERA).select("main form[method=post]"))
                .isEmpty();
    }

    @Test
    void reportsAreTablesAndFiles() throws Exception {
        postgres.dsl()
                .execute(
                        "update casework.work_case set status = 'CLOSED', resolution = 'CLAIM', closed_at = now(),"
                                + " closed_on = current_date - 1 where case_id = ?",
                        small);
        Document report = page("/cases/automation", VERA);
        assertThat(report.select("meter").eachAttr("value")).containsExactly("1", "1");
        String csv = pages.get()
                .uri("/cases/automation.csv")
                .with(VERA)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(csv).startsWith("date,cause,closed,automatically\r\n").endsWith(",UNDERCAPTURED,1,1\r\n");
        assertThat(pages.get().uri("/cases/ageing.csv").with(VERA).exchange())
                .bodyText()
                .startsWith("owner,up_to_business_days,cases,currency,amount\r\n");
    }

    private List<String> statuses() {
        return List.of(status(small), status(large));
    }

    private static String status(UUID id) {
        return String.valueOf(postgres.dsl().fetchValue("select status from casework.work_case where case_id = ?", id));
    }

    private MvcTestResult resolve(UUID id, String resolution) {
        return post("/cases/" + id + "/resolve", OLGA)
                .param("resolution", resolution)
                .param("reason", "The courier kept it.")
                .exchange();
    }

    private MockMvcRequestBuilder post(String path, RequestPostProcessor who) {
        return pages.post().uri(path).with(csrf()).with(who).header("Accept-Language", "en");
    }

    private Document page(String address, RequestPostProcessor who) throws Exception {
        MvcTestResult result = pages.get()
                .uri(address)
                .with(who)
                .header("Accept-Language", "en")
                .exchange();
        assertThat(result).hasStatusOk();
        return html(result);
    }

    private static Document html(MvcTestResult result) throws UnsupportedEncodingException {
        return Jsoup.parse(result.getResponse().getContentAsString().replace('\u00a0', ' '));
    }

    private static RequestPostProcessor signedIn(String name, String role) {
        return user(name).authorities(new SimpleGrantedAuthority(role));
    }
}
