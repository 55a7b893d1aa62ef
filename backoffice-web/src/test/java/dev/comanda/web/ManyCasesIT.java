package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Acting on all cases that the filter finds: more than a page shows, and more than are done in one set. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class ManyCasesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final int SMALL = 210;
    private static final RequestPostProcessor OLGA = signedIn("olga", "OPERATOR");
    private static final RequestPostProcessor VERA = signedIn("vera", "VIEWER");
    private static final String FILTER = "?owner=TREASURY";

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void letOlgaIn() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        ACase.person(postgres.dsl(), "ada", "APPROVER");
    }

    @BeforeEach
    void openManyCases() {
        ACase.forgetAll(postgres.dsl());
        for (int i = 0; i < SMALL; i++) {
            undercaptured("O-" + i, "1.00", "TREASURY");
        }
        undercaptured("O-large", "900.00", "TREASURY");
        undercaptured("O-excessive", "10000.01", "TREASURY");
        undercaptured("O-other", "1.00", "PAYMENTS");
        postgres.dsl().execute("update casework.work_case set assignee = 'ada' where subject = 'order-payment:O-7'");
    }

    private static void undercaptured(String order, String amount, String team) {
        ACase.ofBreak("UNDERCAPTURED", "order-payment:" + order)
                .worth(amount, "BRL")
                .of(team)
                .insert(postgres.dsl());
    }

    @Test
    void theQueueLeadsToAllThatMatchAndTheyAreShownWithTheirMoney() throws Exception {
        Document queue = page("/cases" + FILTER, OLGA);
        assertThat(queue.select(".bulk a").text()).isEqualTo("Choose all 212 that match the filter…");
        Document step = page(queue.select(".bulk a").attr("href"), OLGA);
        assertThat(step.select(".sums").text()).isEqualTo("212 cases R$11,110.01");
        assertThat(step.select("button.primary").text()).isEqualTo("Resolve 212 cases");
        assertThat(step.select("caption").text()).isEqualTo("The 50 most urgent ones of those chosen");
        assertThat(page("/cases?owner=PAYMENTS", OLGA).select(".bulk a")).isEmpty();
    }

    @Test
    void eachIsDecidedForItselfWithinTheLimitsOfOnePerson() throws Exception {
        MvcTestResult done = resolve(seen(), "Rounding.").exchange();
        assertThat(done).hasRedirectedUrl("/cases" + FILTER);
        Document queue = html(pages.get()
                .uri("/cases?lang=en")
                .with(OLGA)
                .flashAttrs(flash(done))
                .exchange());
        assertThat(queue.select(".note p").text())
                .isEqualTo("209 closed, 1 proposed to somebody else, 2 left as they were.");
        assertThat(queue.select(".note li").text())
                .contains("order-payment:O-7: Somebody else has this case", "order-payment:O-excessive: ");
        assertThat(count("status = 'CLOSED' and closed_by = 'olga'")).isEqualTo(SMALL - 1);
        assertThat(count("status = 'CLOSED' and owner = 'PAYMENTS'")).isZero();
    }

    @Test
    void allAreClaimedButForThoseThatSomebodyElseHas() throws Exception {
        MvcTestResult done =
                post("/cases/matching/claims", OLGA).param("seen", seen()).exchange();
        assertThat(flash(done)).containsEntry("chosen", 212).containsEntry("claimed", 211);
        assertThat(count("assignee = 'olga' and owner = 'TREASURY'")).isEqualTo(211);
        assertThat(count("assignee = 'olga' and owner = 'PAYMENTS'")).isZero();
    }

    @Test
    void whereTheListHasChangedNothingIsDoneAndItIsShownAgain() throws Exception {
        String seen = seen();
        undercaptured("O-late", "50.00", "TREASURY");
        MvcTestResult refused = resolve(seen, "Rounding.").exchange();
        assertThat(refused).hasStatus(422);
        assertThat(html(refused).select(".error").text()).startsWith("The list has changed since you saw it");
        assertThat(html(refused).select(".sums").text()).isEqualTo("213 cases R$11,160.01");
        assertThat(html(refused).select("#reason").text()).isEqualTo("Rounding.");
        assertThat(post("/cases/matching/claims", OLGA).param("seen", seen).exchange())
                .hasStatus(422);
        assertThat(count("status = 'CLOSED' or assignee = 'olga'")).isZero();
    }

    @Test
    void withoutAReasonAndWithoutTheRightNothingIsDone() throws Exception {
        MvcTestResult refused = resolve(seen(), " ").exchange();
        assertThat(refused).hasStatus(422);
        assertThat(html(refused).select("#reason-error")).hasSize(1);
        assertThat(page("/cases/matching" + FILTER, VERA).select("main form")).isEmpty();
        assertThat(post("/cases/matching/claims", VERA).param("seen", seen()).exchange())
                .hasStatus(403);
        assertThat(count("status = 'CLOSED'")).isZero();
    }

    @Test
    void noMoreThanAThousandAreActedOnInOneGo() throws Exception {
        for (int i = 0; i < 800; i++) {
            undercaptured("O-more-" + i, "1.00", "TREASURY");
        }
        Document step = page("/cases/matching" + FILTER, OLGA);
        assertThat(step.select(".warn").text()).startsWith("These are the 1,000 most urgent ones");
        MvcTestResult done = post("/cases/matching/claims", OLGA)
                .param("seen", step.select("[name=seen]").attr("value"))
                .exchange();
        assertThat(flash(done)).containsEntry("chosen", 1_000);
        assertThat(count("assignee = 'olga'")).isBetween(999, 1_000);
    }

    private String seen() throws Exception {
        return page("/cases/matching" + FILTER, OLGA).select("[name=seen]").attr("value");
    }

    private MockMvcRequestBuilder resolve(String seen, String reason) {
        return post("/cases/matching/resolutions", OLGA)
                .param("seen", seen)
                .param("resolution", "WRITE_OFF")
                .param("reason", reason);
    }

    private static Map<String, Object> flash(MvcTestResult result) {
        return new HashMap<>(result.getMvcResult().getFlashMap());
    }

    private static int count(String condition) {
        return postgres.dsl()
                .fetchCount(postgres.dsl().selectFrom("casework.work_case").where(condition));
    }

    private MockMvcRequestBuilder post(String path, RequestPostProcessor who) {
        return pages.post().uri(path + FILTER).with(csrf()).with(who).header("Accept-Language", "en");
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
