package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The ledger and its close, as pages. */
@SpringBootTest(properties = {"comanda.worker=false", "comanda.inbox=in"})
@AutoConfigureMockMvc
class ClosePagesIT {

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
    static void keepBooks() throws Exception {
        ExampleDay.publish(postgres.dsl(), inbox);
        ExampleBooks.keep(postgres.dsl());
    }

    static Stream<Arguments> pagesAndLanguages() {
        return Stream.of("pt-BR", "en", "es").flatMap(language -> Stream.of(
                        "/",
                        "/ledger",
                        "/ledger?date=2026-01-01",
                        "/ledger/accounts/psp-clearing",
                        "/ledger/accounts/tips?party=x",
                        "/ledger/journals/" + ExampleBooks.JOURNAL,
                        "/ledger/journals/" + ExampleBooks.CORRECTION,
                        "/close",
                        "/close?month=2026-01")
                .map(page -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndLanguages")
    void everyPageIsShownWithoutInlineScriptOrStyle(String page, String language) throws Exception {
        Document document = page(page + (page.contains("?") ? "&" : "?") + "lang=" + language, "ada", "APPROVER");
        assertThat(document.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(document.html()).doesNotContain("??");
    }

    @Test
    void aTrialBalanceIsBalancedAndItsProofsSayWhichDiffer() throws Exception {
        Document page = page("/ledger?date=2026-11-20&lang=en", "vera", "VIEWER");
        assertThat(page.select("tfoot td").eachText()).containsExactly("R$1,234.50", "R$1,234.50");
        assertThat(page.select("tfoot .COMPLETED").text()).isEqualTo("= debits and credits are equal");
        assertThat(page.select("#proofs + div tbody .bad, #proofs ~ div tbody .bad")
                        .eachText())
                .containsExactly("✕ differs");
    }

    @Test
    void anAccountRunsFromMovementToMovement() throws Exception {
        Document page = page("/ledger/accounts/psp-clearing?to=2026-11-20&lang=en", "vera", "VIEWER");
        assertThat(page.select("td.strong").eachText()).containsExactly("R$1,234.50", "R$1,234.47");
        assertThat(page.select("tbody th a").eachAttr("href"))
                .containsExactly(
                        "/ledger/journals/" + ExampleBooks.JOURNAL, "/ledger/journals/" + ExampleBooks.CORRECTION);
    }

    @Test
    void aJournalNamesWhatItCorrectsAndWhatCorrectsIt() throws Exception {
        assertThat(page("/ledger/journals/" + ExampleBooks.JOURNAL, "vera", "VIEWER")
                        .select("dd a")
                        .eachText())
                .containsExactly(ExampleBooks.CORRECTION);
        assertThat(page("/ledger/journals/" + ExampleBooks.CORRECTION, "vera", "VIEWER")
                        .select("dd a")
                        .eachText())
                .contains(ExampleBooks.JOURNAL, "00000000-0000-4000-8000-00000000000a");
        assertThat(pages.get()
                        .uri("/ledger/journals/00000000-0000-4000-8000-0000000000ff")
                        .with(role("vera", "VIEWER"))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aDateIsSignedOffOrSaysWhyNotAndIsReopenedByTwo() throws Exception {
        MvcTestResult refused = post("/close/2026-11-20/sign-off", "ada", "");
        assertThat(refused).hasStatus(422);
        assertThat(Jsoup.parse(refused.getResponse().getContentAsString())
                        .select("[role=alert] li")
                        .eachText())
                .hasSize(3)
                .contains("1 de 2 provas não fecham.");
        assertThat(page("/close", "vera", "VIEWER").select("main form[method=post]"))
                .isEmpty();

        assertThat(post("/close/2026-11-18/sign-off", "ada", "")).hasRedirectedUrl("/close?month=2026-11");
        assertThat(page("/close", "ada", "APPROVER").text()).contains("✓ fechada por ada");
        assertThat(page("/", "ada", "APPROVER").select(".figures").text()).contains("18 de nov. de 2026");

        assertThat(post("/close/2026-11-18/reopenings", "ada", " ")).hasStatus(422);
        assertThat(post("/close/2026-11-18/reopenings", "ada", "Taxa errada."))
                .hasRedirectedUrl("/close?month=2026-11");
        assertThat(page("/close", "ada", "APPROVER").select("form[action*=approve]"))
                .isEmpty();
        String approve = page("/close", "adam", "APPROVER")
                .select("form[action*=approve]")
                .attr("action");
        assertThat(post(approve, "ada", "")).hasStatus(422);
        assertThat(post(approve, "adam", "")).hasRedirectedUrl("/close");
        assertThat(page("/close", "vera", "VIEWER").text()).contains("Taxa errada.", "adam");
    }

    @Test
    void aPackIsGivenOutAsTwoFiles() {
        MvcTestResult workbook = pages.get()
                .uri("/close/2026-11/pack.xlsx")
                .with(role("vera", "VIEWER"))
                .exchange();
        assertThat(workbook)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"comanda-2026-11.xlsx\"");
        assertThat(pages.get()
                        .uri("/close/2026-11/pack.pdf")
                        .with(role("vera", "VIEWER"))
                        .exchange())
                .hasStatusOk();
        assertThat(pages.get()
                        .uri("/close/2026-10/pack.pdf")
                        .with(role("vera", "VIEWER"))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void everyAccountHasAName() throws IOException {
        Properties names = new Properties();
        try (InputStream file =
                Objects.requireNonNull(ClosePagesIT.class.getResourceAsStream("/names_en.properties"))) {
            names.load(file);
        }
        List<String> codes = postgres.dsl()
                .fetch("select 'account.' || code from ledger.account union select distinct 'party.kind.' || party_kind"
                        + " from ledger.account")
                .getValues(0, String.class);
        assertThat(names.stringPropertyNames()).containsAll(codes);
    }

    private MvcTestResult post(String uri, String person, String reason) {
        return pages.post()
                .uri(uri)
                .param("reason", reason)
                .with(csrf())
                .with(role(person, "APPROVER"))
                .exchange();
    }

    private Document page(String uri, String person, String role) throws Exception {
        MvcTestResult result = pages.get().uri(uri).with(role(person, role)).exchange();
        assertThat(result).as(uri).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor role(String person, String role) {
        return user(person).authorities(new SimpleGrantedAuthority(role));
    }
}
