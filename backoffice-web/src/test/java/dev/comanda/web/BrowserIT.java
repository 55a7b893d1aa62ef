package dev.comanda.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with its worker, walked through in a real browser. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"comanda.demo=false", "comanda.cost.schedule=-"})
class BrowserIT {

    private static final Logger log = LoggerFactory.getLogger(BrowserIT.class);
    private static final int NIGHT_MILLIS_MAX = 60_000;
    private static final int HEIGHT = 900;
    private static final int TOO_MANY_BYTES = 14_000_000;
    private static final List<String> EVERY_PAGE = Stream.of(
                    ExampleDay.PAGES, ExampleBooks.PAGES, ExampleBill.PAGES, ExampleBill.COSTS)
            .flatMap(Arrays::stream)
            .toList();

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    static Path folder;

    private static Optional<Path> command = Optional.empty();
    private static Optional<InstalledBrowser> installed = Optional.empty();

    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    private BrowserContext context;
    private Page page;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
        properties.add("comanda.data-dir", folder::toString);
        properties.add("comanda.inbox", () -> folder.resolve("inbox").toString());
        properties.add("comanda.cost.dir", () -> folder.resolve("kept").toString());
        properties.add("comanda.cost.dir", () -> ExampleBill.kept(folder).toString());
        properties.add("comanda.cost.source", () -> ExampleBill.export(folder).toString());
    }

    @BeforeAll
    static void publishADayAndStartTheBrowser() throws Exception {
        command = InstalledBrowser.command();
        if (command.isEmpty()) {
            log.warn("SKIPPED: there is no chromium on the PATH, so no page is tried in a browser");
        }
        assumeTrue(command.isPresent(), "there is no chromium on the PATH");
        Files.createDirectories(folder.resolve("inbox/next"));
        ExampleDay.publish(postgres.dsl(), folder.resolve("inbox"));
        ExampleBooks.keep(postgres.dsl());
        ExampleBill.importInto(postgres.dsl(), folder);
        postgres.dsl()
                .execute(
                        """
                insert into identity.app_user (username, display_name, password_hash) values ('olga', 'Olga', '{noop}secret');
                insert into identity.user_role (username, role) values ('olga', 'OPERATOR');
                """);
        installed = command.map(InstalledBrowser::start);
    }

    @AfterAll
    static void closeTheBrowser() {
        installed.ifPresent(InstalledBrowser::close);
    }

    @BeforeEach
    void signIn() {
        context = installed
                .orElseThrow()
                .browser()
                .newContext(new Browser.NewContextOptions().setLocale("pt-BR").setViewportSize(1280, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        open("/sign-in");
        page.fill("#username", "olga");
        page.fill("#password", "secret");
        page.click("main button");
        assertThat(page.locator("h1")).hasText("O que precisa de atenção");
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Response open(String address) {
        return page.navigate("http://127.0.0.1:" + port + address);
    }

    @Test
    void everyPageIsQuietFitsAndIsOpenToEverybody() throws IOException {
        BarrierSearch search = new BarrierSearch(page);
        for (String address : EVERY_PAGE) {
            open(address);
            assertThat(search.barriers()).as("barriers on %s", address).isEmpty();
            assertThat(search.scrolledSideways("html, .wide"))
                    .as("sideways at 1280 px: %s", address)
                    .isFalse();
        }
        page.setViewportSize(375, HEIGHT);
        for (String address : EVERY_PAGE) {
            open(address);
            assertThat(search.scrolledSideways("html, .wide"))
                    .as("sideways at 375 px: %s", address)
                    .isFalse();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void fromTheDayToTheRawLineOfABreakAndOnToItsSource() {
        open("/reconciliations?date=" + ExampleDay.DATE);
        page.locator("#content a", new Page.LocatorOptions().setHasText("Falta a liquidação"))
                .first()
                .click();
        assertThat(page.locator("#type")).hasValue("MISSING_SETTLEMENT");
        page.locator("tbody th a").first().click();
        assertThat(page.locator("h1")).hasText("Divergência 1: Falta a liquidação");
        assertThat(page.locator("pre").first()).hasText(ExampleDay.RAW_LINE);
        page.locator(".source a").click();
        assertThat(page.locator("h1")).hasText("events/payments.ndjson");
        assertThat(page.locator("main")).containsText("JSON malformado");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCaseIsFoundClaimedCommentedAndClosed() {
        open("/cases?owner=INTEGRATION");
        page.locator("tbody th[scope=row] a").first().click();
        assertThat(page.locator("h1")).hasText(Pattern.compile("Caso [0-9a-f]{8}: JSON malformado"));
        page.locator("form[action*='/claim'] button").click();
        assertThat(page.locator(".note")).hasText("O caso é seu.");
        page.fill("#words", "A loja corrigiu.");
        page.locator("form[action*='/comments'] button").click();
        assertThat(page.locator(".timeline li").last()).containsText("A loja corrigiu.");
        page.check("#resolution-DISMISS");
        page.fill("#resolve-reason", "O evento veio de novo.");
        page.locator("form[action*='/resolve'] button").click();
        assertThat(page.locator(".note")).containsText("Encerrado");
        assertThat(page.locator(".timeline li").last()).containsText("Encerrado: Nada a lançar");
        page.locator(".crumbs a").first().click();
        assertThat(page.locator("#owner")).hasValue("INTEGRATION");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeToBeReadIsSaidAtItsFieldAndTheListIsKept() {
        UUID item = ACase.ofBreak("UNDERCAPTURED", "order-payment:O-9").insert(postgres.dsl());
        open("/cases/" + item + "?owner=PAYMENTS");
        page.setInputFiles("#file", new FilePayload("movie.mp4", "video/mp4", new byte[TOO_MANY_BYTES]));
        assertThat(page.evaluate("document.querySelector('#file').validationMessage"))
                .asString()
                .startsWith("Não anexado: o arquivo passa de 10 MiB.");
        page.evaluate("document.querySelector('#file').setCustomValidity('')");
        page.locator("form[action*='/attachments'] button").click();
        assertThat(page.locator("#attach-error")).containsText("o arquivo passa de 10 MiB");
        assertThat(page.locator("#file")).hasAttribute("aria-describedby", "attach-error");
        assertThat(page.locator(".crumbs a").first()).hasAttribute("href", "/cases?owner=PAYMENTS");
        page.click(".languages a[hreflang=en]");
        assertThat(page.locator("h1")).containsText("Undercaptured");
    }

    @Test
    void aRequestedNightIsSeenToWaitAndToEndWithoutAReload() {
        open("/runs");
        page.fill("#date", "2026-11-21");
        page.fill("#inbox", folder.resolve("inbox/next").toString());
        page.evaluate("window.sameDocument = false");
        page.click("button.primary");
        assertThat(page.locator(".note")).containsText("foi pedida");
        page.evaluate("window.sameDocument = true");
        Locator state =
                page.locator("#live table").first().locator("tbody td span").first();
        assertThat(state)
                .hasClass(
                        Pattern.compile("DONE|FAILED"),
                        new LocatorAssertions.HasClassOptions().setTimeout(NIGHT_MILLIS_MAX));
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(page.locator("#live [href='/runs/2026-11-21']").first()).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aRequestedImportIsSeenToEndWithoutAReload() {
        open("/costs/imports");
        page.evaluate("window.sameDocument = false");
        page.click("button.primary");
        assertThat(page.locator(".note")).containsText("foi pedida");
        page.evaluate("window.sameDocument = true");
        assertThat(page.locator("#requests + div tbody tr").first().locator("td span.DONE"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NIGHT_MILLIS_MAX));
        assertThat(page.locator("#requests + div tbody tr").first()).containsText("sem mudança: 1 · recusadas: 1");
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aDateThatCannotRunIsSaidAtItsField() {
        open("/runs");
        page.fill("#date", "2026-11-01");
        page.click("button.primary");
        assertThat(page.locator("#date-error")).containsText("Antes da última data publicada");
        assertThat(page.locator("#date")).hasAttribute("aria-invalid", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es=Lo que necesita atención", "en=What needs attention"})
    void theLanguageIsChosenInTheHeadAndStays(String expected) {
        page.click(".languages a[hreflang=" + expected.substring(0, 2) + "]");
        open("/");
        assertThat(page.locator("h1")).hasText(expected.substring(3));
    }

    @Test
    void nothingStrangeMayRunInAPageAndTheSessionStaysWithTheBrowser() {
        Response response = open("/");
        assertThat(response.headerValue("content-security-policy"))
                .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headerValue("x-frame-options")).isEqualTo("DENY");
        assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
        assertThat(response.headerValue("referrer-policy")).isEqualTo("same-origin");
        assertThat(response.headerValue("permissions-policy")).contains("camera=()");
        assertThat(response.headerValue("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(response.headerValue("cache-control")).contains("no-store");
        assertThat(context.cookies())
                .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
                .singleElement()
                .satisfies(BrowserIT::staysWithTheBrowser);
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.ran = true\">x</b>')");
        page.locator("body > b").click();
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(complaints).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static void staysWithTheBrowser(Cookie session) {
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }
}
