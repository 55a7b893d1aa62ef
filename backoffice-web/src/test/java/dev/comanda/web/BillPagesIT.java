package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.batch.cli.Comanda;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

/** What was imported of the cloud's bill and what was refused, as pages. */
@SpringBootTest(properties = {"comanda.worker=false", "comanda.inbox=in", "comanda.cost.source=s3://acme-billing/cur"})
@AutoConfigureMockMvc
class BillPagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    static Path folder;

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void importABill() throws Exception {
        ExampleBill.importInto(postgres.dsl(), folder);
    }

    @BeforeEach
    void askForNothing() {
        postgres.dsl().execute("truncate cost.import_request");
    }

    static Stream<Arguments> pagesAndLanguages() {
        return Stream.of("pt-BR", "en", "es").flatMap(language -> Stream.concat(
                        Arrays.stream(ExampleBill.PAGES), Stream.of("/", "/costs/imports/live"))
                .map(page -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndLanguages")
    void everyPageIsShownWithoutInlineScriptOrStyle(String page, String language) throws Exception {
        Document document = page(page + (page.contains("?") ? "&" : "?") + "lang=" + language, "OPERATOR");
        assertThat(document.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(document.html()).doesNotContain("??");
    }

    @Test
    void theListSaysOfEachMonthHowFarItGoesAndThatItsProofHolds() throws Exception {
        Document page = page("/costs/imports?lang=en", "VIEWER");
        assertThat(page.select("#live table:last-of-type tbody th a").eachAttr("href"))
                .endsWith("/costs/imports/2026-11", "/costs/imports/2026-10");
        assertThat(page.select("td[data-label=Usage to]").eachText()).containsExactly("Nov 20, 2026", "Oct 31, 2026");
        assertThat(page.select("td[data-label=Proof] .COMPLETED").eachText())
                .containsExactly("✓ holds in 4 metrics", "✓ holds in 4 metrics");
        assertThat(page.text()).contains("The newest bill is of November 2026, with usage to Nov 20, 2026 (UTC).");
        assertThat(page.select(".warn").text()).startsWith("⚠ Nothing new since");
        assertThat(page.select("td[title].n").eachText().get(0)).matches("\\$[0-9,]+\\.[0-9]{2}");
    }

    @Test
    void whatWasRefusedComesFirstWithItsSentenceAndLeadsToItsMonth() throws Exception {
        Document page = page("/costs/imports?lang=en", "VIEWER");
        assertThat(page.select("#live h2").eachText().get(0)).isEqualTo("Refused deliveries (1)");
        assertThat(page.select("#refused + div tbody th a").attr("href")).isEqualTo("/costs/imports/2026-11");
        assertThat(page.select("#refused + div .error").text())
                .startsWith("✕ comanda-cur2-00001.snappy.parquet is named by the manifest and is not there");
        assertThat(page.select("#refused + div code.quiet").text()).endsWith(".parquet");

        Document month = page("/costs/imports/2026-11?lang=en", "VIEWER");
        assertThat(month.select("[role=alert] li").text()).contains("is not there");
        assertThat(month.select("#refusals + div .bad").text()).isEqualTo("✕ not yet");
    }

    @Test
    void aMonthProvesItselfInEachMetricAndSaysWhatItIsMadeOf() throws Exception {
        Document page = page("/costs/imports/2026-10?lang=en", "VIEWER");
        assertThat(page.select("#proof + div tbody th").eachText())
                .containsExactly("Unblended", "Amortised", "Net amortised", "List price");
        assertThat(page.select("#proof + div td[data-label=Difference]").eachText())
                .containsOnly("$0.00");
        assertThat(page.select("#proof + div .COMPLETED").eachText()).hasSize(4).containsOnly("✓ holds");
        assertThat(page.select("#identity + div tbody td").eachText()).hasSize(4);
        assertThat(page.select("#deliveries + div tbody tr")).hasSize(2);
        assertThat(page.select("#deliveries + div td[data-label=Status]").eachText())
                .containsExactly("replaced", "✓ shown");
    }

    @Test
    void whatADeliveryChangedIsReadInPagesAndDownloadedAsTheCommandLineWritesIt() throws Exception {
        Document first = page("/costs/imports/2026-10?lang=en", "VIEWER");
        assertThat(first.select("#restatement + p + div tbody tr")).hasSize(50);
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("?lang=en&page=2");

        String link = first.select("#restatement + p a").attr("href");
        MvcTestResult download = pages.get().uri(link).with(role("VIEWER")).exchange();
        assertThat(download).hasStatusOk();
        assertThat(download.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(download.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"comanda-restatement-2026-10.csv\"");
        assertThat(download.getResponse().getContentAsByteArray()).isEqualTo(writtenByTheCommandLine());
        assertThat(first.select("#restatement + p").text()).startsWith((lines(download) - 1) + " rows, sum ");
    }

    private static long lines(MvcTestResult download) throws Exception {
        return download.getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .count();
    }

    private static byte[] writtenByTheCommandLine() throws Exception {
        Path file = folder.resolve("restatement.csv");
        int status = Comanda.run(new String[] {
            "cost-report",
            "--period",
            "2026-10",
            "--restatement",
            "--output",
            file.toString(),
            "--spring.datasource.url=" + postgres.database().jdbcUrl(),
            "--spring.datasource.username=" + postgres.database().user(),
            "--spring.datasource.password=" + postgres.database().password(),
            "--comanda.data-dir=" + folder.resolve("data")
        });
        assertThat(status).isZero();
        return Files.readAllBytes(file);
    }

    @Test
    void anImportIsAskedForOnceAndSeenToComeAlong() throws Exception {
        assertThat(ask("OPERATOR")).hasRedirectedUrl("/costs/imports");
        MvcTestResult again = ask("ADMIN");
        assertThat(again).hasStatus(422);
        assertThat(Jsoup.parse(again.getResponse().getContentAsString())
                        .select("[role=alert]")
                        .text())
                .startsWith("Não pedida");

        Document live = page("/costs/imports/live?lang=en", "VIEWER");
        assertThat(live.select("#live").attr("hx-trigger")).isEqualTo("every 2s");
        assertThat(live.select(".WAITING").text()).isEqualTo("… waiting");
        postgres.dsl()
                .execute(
                        """
                update cost.import_request set status = 'FAILED', started_at = now(), ended_at = now(), imported = 1,
                    failure = 's3://acme-billing/cur cannot be listed: no such bucket'
                """);
        Document ended = page("/costs/imports?lang=en", "VIEWER");
        assertThat(ended.select("#live").attr("hx-trigger")).isEmpty();
        assertThat(ended.select("#requests + div tbody").text())
                .contains("✕ failed", "imported: 1 · unchanged: 0 · refused: 0", "no such bucket");
    }

    @Test
    void whoMayNotRunSeesNoButtonAndIsRefused() throws Exception {
        assertThat(page("/costs/imports", "VIEWER").select("main form")).isEmpty();
        assertThat(page("/costs/imports", "OPERATOR").select("main form code").text())
                .isEqualTo("s3://acme-billing/cur");
        for (String role : List.of("VIEWER", "APPROVER")) {
            assertThat(ask(role)).hasStatus(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/costs/imports/2020-01",
                "/costs/imports/2026-13",
                "/costs/imports/none",
                "/costs/imports/2026-10?delivery=999",
                "/costs/imports/2026-11/deliveries/1/restatement.csv",
                "/costs/imports/2026-10/deliveries/999/restatement.csv"
            })
    void whatIsNotThereIsSaidInWords(String page) {
        assertThat(pages.get().uri(page).with(role("VIEWER")).exchange()).hasStatus(404);
    }

    @Test
    void theHomePageSaysHowFarTheBillGoesAndWhatWasRefused() throws Exception {
        Document page = page("/?lang=en", "VIEWER");
        assertThat(page.select(".figures a[href=/costs/imports]").text()).isEqualTo("to Nov 20, 2026");
        assertThat(page.select(".figures a[href=/costs/imports#refused]").text())
                .isEqualTo("✕ 1 delivery refused");
    }

    private MvcTestResult ask(String role) {
        return pages.post().uri("/costs/imports").with(csrf()).with(role(role)).exchange();
    }

    private Document page(String uri, String role) throws Exception {
        MvcTestResult result = pages.get().uri(uri).with(role(role)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static RequestPostProcessor role(String role) {
        return user("vera").authorities(new SimpleGrantedAuthority(role));
    }
}
