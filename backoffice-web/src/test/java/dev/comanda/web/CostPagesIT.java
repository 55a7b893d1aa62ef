package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.report.csv.ReportCsv;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** What people see of costs and of the rules that say whose they are. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class CostPagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth OCTOBER = ExampleBill.RESTATED;

    @TempDir
    static Path folder;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private CostReports reports;

    @Autowired
    private RulesKeeper rules;

    @Autowired
    private RulesWork work;

    @Autowired
    private CostImport imports;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
        properties.add("comanda.cost.dir", () -> ExampleBill.kept(folder).toString());
    }

    @BeforeAll
    static void importABill() throws IOException {
        ExampleBill.importInto(postgres.dsl(), folder);
        for (String person : List.of("ana", "bia")) {
            postgres.dsl().execute("insert into identity.app_user values (?, ?, '{noop}secret', true)", person, person);
            postgres.dsl().execute("insert into identity.user_role values (?, 'APPROVER')", person);
        }
    }

    @BeforeEach
    void theShippedRulesAreInForce() throws IOException {
        if (Files.deleteIfExists(ExampleBill.kept(folder).resolve("rules.yaml"))) {
            imports.allocate(null, outcome -> {});
        }
    }

    static Stream<Arguments> pagesAndLanguages() {
        return Stream.of("pt-BR", "en", "es")
                .flatMap(language -> Stream.of(ExampleBill.COSTS).map(page -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndLanguages")
    void everyPageIsShownInItsLanguageWithoutInlineScriptOrStyle(String page, String language) throws Exception {
        MvcTestResult result = pages.get()
                .uri(URI.create(page))
                .header("Accept-Language", language)
                .with(as("ana"))
                .exchange();
        assertThat(result).hasStatusOk();
        String html = result.getResponse().getContentAsString();
        assertThat(html.strip()).doesNotContain("??").endsWith("</html>");
        assertThat(Jsoup.parse(html).select("script:not([src]), style, [style]"))
                .isEmpty();
    }

    @Test
    void theRowsAddUpToTheTotalAndWhatNobodyOwnsIsAmongThem() throws Exception {
        Document page = page("/costs?period=2026-10&by=team&by=service");
        List<String> amounts =
                page.select("#result section > .wide tbody td.strong").eachAttr("title");
        assertThat(amounts.stream().map(CostPagesIT::cents).reduce(Long::sum))
                .hasValue(cents(page.select("#result h2 strong").attr("title")));
        assertThat(page.select("#result section > .wide tbody th").eachText()).contains("unallocated", "idle");
    }

    /** In units of the last of 12 digits, so that nothing is rounded. */
    private static long cents(String money) {
        String number = money.replaceAll("[^0-9.\u2212]", "").replace('\u2212', '-');
        return new BigDecimal(number).movePointRight(12).longValueExact();
    }

    @Test
    void theChartAndItsTableSayTheSame() throws Exception {
        Document page = page("/costs?period=2026-10&by=team");
        List<String> drawn = page.select("figure rect title").eachText();
        assertThat(drawn).isNotEmpty();
        Element first = page.expectFirst("figure tbody tr");
        assertThat(drawn.get(0)).startsWith(first.select("th").text());
        assertThat(page.select("figure tbody tr")).hasSize(31);
        assertThat(page.select("figure thead th").eachText())
                .contains("unallocated", "idle")
                .endsWith("Total");
        assertThat(page.select(".legend li"))
                .hasSameSizeAs(page.select("figure tbody tr:first-child td").next());
    }

    @Test
    void aRowLeadsToItsServicesAndFromThereToItsRuleAndItsLines() throws Exception {
        Document byTeam = page("/costs?period=2026-10&by=team");
        String team = byTeam.expectFirst(
                        "#result section > .wide tbody th a:not(:contains(unallocated)):not(:contains(idle))")
                .attr("href");
        Document services = page(team);
        assertThat(services.select(".chips a").text()).startsWith("Team: ");
        assertThat(services.select("#by0 option[selected]").attr("value")).isEqualTo("service");
        Document why = page(services.expectFirst("#result section > .wide tbody tr")
                .select("td a")
                .attr("href"));
        assertThat(why.expectFirst("tbody tr").text()).contains("line ", "the value of Tag team");
        assertThat(why.select("#bills + table tbody").text()).contains("October 2026");
        Document lines = page(why.expectFirst("tbody td a:contains(Show)").attr("href"));
        assertThat(lines.select("tbody tr")).isNotEmpty();
        assertThat(lines.expectFirst("tbody tr").text()).contains(".parquet, row ");
    }

    @Test
    void costIsComparedWithWhatItWasBefore() throws Exception {
        Document page = page("/costs?period=2026-11&by=service&compare=on");
        assertThat(page.select("#result h2 .quiet").text()).contains("Oct 1, 2026 – Oct 20, 2026");
        assertThat(page.select("#result section > .wide thead th").eachText()).contains("Before", "Change");
        Document first = page("/costs?period=2026-10&by=service&compare=on");
        assertThat(first.select("#result h2 .quiet")).isEmpty();
    }

    @Test
    void whatOnlyTheFilesKnowIsReadWhenItIsAskedFor() throws Exception {
        Document asked = page("/costs?period=2026-10&by=usage_type");
        Element link = asked.expectFirst("#result a");
        assertThat(asked.select("#result [hx-get]").attr("hx-get")).isEqualTo(link.attr("href"));
        assertThat(page(link.attr("href"))
                        .select("#result section > .wide tbody")
                        .text())
                .contains("BoxUsage");
    }

    @Test
    void theDownloadHasAllRowsAsAReportHasThem() throws Exception {
        StringBuilder expected = new StringBuilder();
        try (ReportCsv csv = new ReportCsv(expected, List.of(Column.TEAM, Column.SERVICE))) {
            reports.report(
                    OCTOBER, OCTOBER, new CostQuestion(List.of(Column.TEAM, Column.SERVICE), Metric.LIST), csv::row);
        }
        MvcTestResult result = pages.get()
                .uri("/costs/table.csv?period=2026-10&by=team&by=service&metric=list")
                .with(as("ana"))
                .exchange();
        assertThat(result).hasStatusOk().bodyText().isEqualTo(expected.toString());
        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .contains("comanda-costs-2026-10-01-2026-10-31.csv");
    }

    @Test
    void whatIsNotPublishedHasNoEvidenceAndNoDownload() {
        for (String path : List.of("/costs/why", "/costs/lines", "/costs/table.csv")) {
            assertThat(pages.get().uri(path + "?period=1999-01").with(as("ana")).exchange())
                    .as(path)
                    .hasStatus(404);
            assertThat(pages.get()
                            .uri(path + "?period=days&from=x")
                            .with(as("ana"))
                            .exchange())
                    .as(path)
                    .hasStatus(422);
        }
    }

    @Test
    void daysThatAreNoneAreSaidAtTheirFields() throws Exception {
        for (String days : List.of("from=2026-11-02&to=2026-11-01", "from=x&to=y", "from=2026-11-02", "")) {
            Document page = html(
                    pages.get()
                            .uri("/costs?lang=en&period=days&" + days)
                            .with(as("ana"))
                            .exchange(),
                    422);
            assertThat(page.select("#days-error").text()).startsWith("Choose the first and the last day");
            assertThat(page.select("#from").attr("aria-describedby")).isEqualTo("days-error");
        }
    }

    @Test
    void aChangeOfTheRulesThatCannotBeUsedIsRefusedWithEachLine() throws Exception {
        Document page = html(change("version: 1\nrules:\n  - name: a\n    teem: b\n"), 422);
        assertThat(page.select("#rules-error li").eachText())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("line "));
        assertThat(page.select("#rules").text()).contains("teem: b");
        assertThat(html(change(rules.current().content()), 422)
                        .select("#rules-error")
                        .text())
                .contains("are those in force");
    }

    @Test
    void aChangeIsTriedProposedAndApprovedByAnotherPerson() throws Exception {
        String changed =
                rules.current().content() + "  - name: Databases\n    when: {service: AmazonRDS}\n    team: data\n";
        String at = Objects.requireNonNull(change(changed).getResponse().getRedirectedUrl());
        assertThat(page(at).select("#state").attr("hx-trigger")).isEqualTo("every 2s");
        work.run();
        Document tried = page(at);
        assertThat(tried.select("#state").attr("hx-trigger")).isEmpty();
        assertThat(tried.select(".diff .added").text()).contains("name: Databases", "team: data");
        assertThat(tried.expectFirst("#state table").text()).contains("data", "unallocated");

        assertThat(html(post(at + "/propose", "ana", ""), 422)
                        .select("[role=alert]")
                        .text())
                .startsWith("Say why");
        assertThat(post(at + "/propose", "ana", "the databases have a team now")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at);
        assertThat(page(at).select("form[action$=approve]")).isEmpty();
        assertThat(html(post(at + "/approve", "ana", ""), 422)
                        .select("[role=alert]")
                        .text())
                .startsWith("Whoever proposed it");
        assertThat(Jsoup.parse(pages.get()
                                .uri(at + "?lang=en")
                                .with(as("bia"))
                                .exchange()
                                .getResponse()
                                .getContentAsString())
                        .select("form[action$=approve]"))
                .hasSize(1);
        assertThat(post(at + "/approve", "bia", "").getResponse().getRedirectedUrl())
                .isEqualTo(at);
        work.run();

        assertThat(rules.current().content()).isEqualTo(changed);
        assertThat(page(at).select("#state strong").text()).isEqualTo("taken");
        List<CostRow> rows = new ArrayList<>();
        reports.report(OCTOBER, OCTOBER, new CostQuestion(List.of(Column.TEAM), Metric.AMORTIZED), rows::add);
        assertThat(rows).anyMatch(row -> row.keys().contains("data"));
    }

    @Test
    void whileTheRulesCannotBeUsedThePagesSayWhy() throws Exception {
        Files.writeString(ExampleBill.kept(folder).resolve("rules.yaml"), "version: 2\n");
        Document page =
                html(pages.get().uri("/costs/rules?lang=en").with(as("ana")).exchange(), 503);
        assertThat(page.select(".missing li").text()).startsWith("line 1: version must be 1");
    }

    private MvcTestResult change(String content) {
        return pages.post()
                .uri("/costs/rules/changes?lang=en")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "rules.yaml", "application/yaml", content.getBytes(StandardCharsets.UTF_8)))
                .param("period", OCTOBER.toString())
                .with(csrf())
                .with(as("ana"))
                .exchange();
    }

    private MvcTestResult post(String address, String person, String reason) {
        return pages.post()
                .uri(address + "?lang=en")
                .param("reason", reason)
                .with(csrf())
                .with(as(person))
                .exchange();
    }

    private Document page(String address) throws Exception {
        String english = address + (address.contains("?") ? "&" : "?") + "lang=en";
        return html(pages.get().uri(URI.create(english)).with(as("ana")).exchange(), 200);
    }

    private static Document html(MvcTestResult result, int status) throws Exception {
        assertThat(result).hasStatus(status);
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor as(String person) {
        return user(person).authorities(new SimpleGrantedAuthority("APPROVER"));
    }
}
