package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.PostgresExtension;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** What the pages say, in three languages, without a browser. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false", "comanda.inbox=in"})
@AutoConfigureMockMvc
class PagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    static Path inbox;

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void publishADay() throws Exception {
        ExampleDay.publish(postgres.dsl(), inbox);
    }

    static Stream<Arguments> pagesAndLanguages() {
        return Stream.of("pt-BR", "en", "es").flatMap(language -> Stream.concat(
                        Arrays.stream(ExampleDay.PAGES),
                        Stream.of("/sign-in", "/runs/live", "/runs/2026-11-20/progress"))
                .map(page -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndLanguages")
    void everyPageIsShownWithoutInlineScriptOrStyle(String page, String language) throws Exception {
        MvcTestResult result = pages.get()
                .uri(page)
                .header("Accept-Language", language)
                .with(role("OPERATOR"))
                .exchange();

        assertThat(result).hasStatusOk();
        String html = result.getResponse().getContentAsString();
        Document document = Jsoup.parse(html);
        assertThat(document.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(document.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(html).doesNotContain("??", "<script>alert");
    }

    @Test
    void aNightShowsItsStepsByTheirNames() throws Exception {
        ExampleDay.addSteps(postgres.dsl());
        Document page = page("/runs/2026-11-20?lang=en");
        assertThat(page.select("tbody th").text()).isEqualTo("Read the inbox ingest");
        assertThat(page.select("tbody td").eachText()).contains("✓ completed", "2 s");
        assertThat(page.select("#progress").attr("hx-trigger")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs/2026-11-20"})
    void anIncompleteNightSaysWhatIsMissing(String page) throws Exception {
        assertThat(page(page).text()).contains("(incompleta)", "the statement of account 1 is not there");
    }

    @Test
    void codesHaveNamesAndStayVisible() throws Exception {
        Document page = page("/breaks/1?lang=en");
        assertThat(page.select("h1").text()).isEqualTo("Break 1: Missing settlement");
        assertThat(page.select("code").eachText()).contains("MISSING_SETTLEMENT", "CAPTURE", "merchant_reference");
        assertThat(page.select(".fields th").text()).contains("Merchant reference");
    }

    @Test
    void aCaseSaysWhyItWasDecidedInTheWordsOfItsTimeAndABreakLeadsToIt() throws Exception {
        assertThat(page("/breaks/1").select(".figures a").attr("href")).isEqualTo("/cases/" + ExampleCases.OPEN);
        Document page = page("/cases/" + ExampleCases.OPEN + "?lang=en");
        assertThat(page.select("article p").eachText())
                .containsExactly(
                        "adyen did not settle 1,234.50 BRL.", "Policy settlement, version 2026-11, row missing-large");
        assertThat(page.select(".timeline li").eachText().get(2)).endsWith("Handed to people: PSP operations");
        assertThat(page.select(".timeline .words").html()).contains("&lt;b&gt;the PSP");
    }

    @Test
    void aBreakShowsTheLineOfItsFileAndSaysWhichSideIsEmpty() throws Exception {
        Document page = page("/breaks/1");
        assertThat(page.select("pre").text()).isEqualTo(ExampleDay.RAW_LINE);
        assertThat(page.select("section:last-child .empty").text()).isEqualTo("Nada deste lado.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR=R$ 1.234,50", "en=R$1,234.50", "es=1.234,50 BRL"})
    void moneyIsWrittenAsInTheReadersLanguage(String expected) throws Exception {
        String language = expected.substring(0, expected.indexOf('='));
        Document page = page("/breaks/1?lang=" + language);
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select(".figures dd").get(0).text().replace('\u00a0', ' '))
                .isEqualTo(expected.substring(expected.indexOf('=') + 1));
    }

    @Test
    void theChosenLanguageIsKeptAndAnUnknownOneChangesNothing() {
        MvcTestResult chosen = pages.get().uri("/sign-in?lang=es").exchange();
        assertThat(chosen).cookies().hasValue("comanda-language", "es").isHttpOnly("comanda-language", true);
        assertThat(pages.get().uri("/sign-in?lang=fr").exchange()).cookies().doesNotContainCookie("comanda-language");
        assertThat(pages.get()
                        .uri("/sign-in")
                        .cookie(new Cookie("comanda-language", "es"))
                        .exchange())
                .bodyText()
                .contains("Contraseña");
    }

    @Test
    void theLanguageLinksKeepTheFilters() throws Exception {
        Document page = page("/reconciliations/2026-11-20/payment-settlement?type=MISSING_SETTLEMENT");
        assertThat(page.select(".languages a").eachAttr("href"))
                .containsExactly(
                        "?type=MISSING_SETTLEMENT&lang=pt-BR",
                        "?type=MISSING_SETTLEMENT&lang=en",
                        "?type=MISSING_SETTLEMENT&lang=es");
        assertThat(page.select("tbody tr")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a date", "2999-01-01", "2026-11-19"})
    void aDateThatCannotRunIsRefusedAtItsField(String date) throws Exception {
        MvcTestResult refused = ask(date, "in");
        assertThat(refused).hasStatus(422);
        Document page = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(page.select("#date-error").text()).isNotEmpty();
        assertThat(page.select("#date").attr("aria-describedby")).isEqualTo("date-error");
        assertThat(page.select("#inbox-error")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "in/../etc", "inner", "in/.."})
    void aFolderOutsideTheInboxIsRefusedAtItsField(String folder) throws Exception {
        MvcTestResult refused = ask("2026-11-21", folder);
        assertThat(refused).hasStatus(422);
        assertThat(Jsoup.parse(refused.getResponse().getContentAsString())
                        .select("#inbox-error")
                        .text())
                .contains("in");
    }

    @Test
    void aDateIsAskedForOnceAndItsRequestIsShown() throws Exception {
        assertThat(ask("2026-11-22", "in/late")).hasRedirectedUrl("/runs");
        assertThat(ask("2026-11-22", "in")).hasStatus(422);
        DSLContext database = postgres.dsl();
        assertThat(database.fetchValue("select inbox from jobcontrol.job_request"))
                .isEqualTo("in/late");
        Document live = page("/runs/live");
        assertThat(live.select(".WAITING").text()).isEqualTo("… esperando");
        assertThat(live.select("#live").attr("hx-trigger")).isEqualTo("every 2s");
        database.execute("update jobcontrol.job_request set status = 'FAILED', ended_at = now(), outcome = 'no file'");
        assertThat(page("/runs/live").select("#live").attr("hx-trigger")).isEmpty();
        assertThat(page("/runs").select("td .error").text()).contains("no file");
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        for (String page :
                List.of("/breaks/999", "/runs/1999-01-01", "/reconciliations/2026-11-20/none", "/sources/999")) {
            assertThat(pages.get().uri(page).with(role("VIEWER")).exchange()).hasStatus(404);
        }
    }

    private MvcTestResult ask(String date, String folder) {
        return pages.post()
                .uri("/runs")
                .param("date", date)
                .param("inbox", folder)
                .with(csrf())
                .with(role("OPERATOR"))
                .exchange();
    }

    private Document page(String uri) throws Exception {
        MvcTestResult result = pages.get().uri(uri).with(role("VIEWER")).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor role(String role) {
        return user("vera").authorities(new SimpleGrantedAuthority(role));
    }
}
