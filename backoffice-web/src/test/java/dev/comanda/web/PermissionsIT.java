package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.identity.Role;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what: every mapping of the application against every role, and against nobody. */
@SpringBootTest(properties = {"comanda.worker=false", "comanda.inbox=in"})
@AutoConfigureMockMvc
class PermissionsIT {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> RUNNERS = EnumSet.of(Role.OPERATOR, Role.ADMIN);
    private static final Set<Role> SIGNERS = EnumSet.of(Role.APPROVER, Role.ADMIN);
    private static final Set<Role> WORKERS = EnumSet.of(Role.OPERATOR, Role.APPROVER, Role.ADMIN);
    private static final Set<Role> APPROVERS = EnumSet.of(Role.APPROVER);

    private static final String CASE = "/cases/" + ExampleCases.OPEN;

    /** What each mapping's address looks like in the example, and who may use it. */
    private record Row(String address, Set<Role> allowed) {}

    private static final Map<String, Row> MATRIX = Map.ofEntries(
            Map.entry("GET /", new Row("/", ALL)),
            Map.entry("GET /runs", new Row("/runs", ALL)),
            Map.entry("POST /runs", new Row("/runs", RUNNERS)),
            Map.entry("GET /runs/live", new Row("/runs/live", ALL)),
            Map.entry("GET /runs/{date}", new Row("/runs/2026-11-20", ALL)),
            Map.entry("GET /runs/{date}/progress", new Row("/runs/2026-11-20/progress", ALL)),
            Map.entry("GET /reconciliations", new Row("/reconciliations", ALL)),
            Map.entry(
                    "GET /reconciliations/{date}/{name}",
                    new Row("/reconciliations/2026-11-20/payment-settlement", ALL)),
            Map.entry("GET /breaks/{id}", new Row("/breaks/1", ALL)),
            Map.entry("GET /cases", new Row("/cases", ALL)),
            Map.entry("POST /cases/claims", new Row("/cases/claims", WORKERS)),
            Map.entry("POST /cases/resolutions/choice", new Row("/cases/resolutions/choice", WORKERS)),
            Map.entry("POST /cases/resolutions", new Row("/cases/resolutions", WORKERS)),
            Map.entry("GET /cases/matching", new Row("/cases/matching", ALL)),
            Map.entry("GET /cases/matching/claims", new Row("/cases/matching/claims", ALL)),
            Map.entry("POST /cases/matching/claims", new Row("/cases/matching/claims", WORKERS)),
            Map.entry("GET /cases/matching/resolutions", new Row("/cases/matching/resolutions", ALL)),
            Map.entry("POST /cases/matching/resolutions", new Row("/cases/matching/resolutions", WORKERS)),
            Map.entry("GET /cases/{id}", new Row(CASE, ALL)),
            Map.entry("GET /cases/{id}/attachments", new Row(CASE + "/attachments", ALL)),
            Map.entry("GET /cases/{id}/attachments/{attachment}", new Row(CASE + "/attachments/1", ALL)),
            Map.entry("POST /cases/{id}/attachments", new Row(CASE + "/attachments", WORKERS)),
            Map.entry("POST /cases/{id}/claim", new Row(CASE + "/claim", WORKERS)),
            Map.entry("POST /cases/{id}/release", new Row(CASE + "/release", WORKERS)),
            Map.entry("POST /cases/{id}/assign", new Row(CASE + "/assign", WORKERS)),
            Map.entry("POST /cases/{id}/hand-over", new Row(CASE + "/hand-over", WORKERS)),
            Map.entry("POST /cases/{id}/comments", new Row(CASE + "/comments", WORKERS)),
            Map.entry("POST /cases/{id}/reopen", new Row(CASE + "/reopen", WORKERS)),
            Map.entry("POST /cases/{id}/resolve", new Row(CASE + "/resolve", WORKERS)),
            Map.entry("POST /cases/{id}/approve", new Row(CASE + "/approve", APPROVERS)),
            Map.entry("POST /cases/{id}/refuse", new Row(CASE + "/refuse", APPROVERS)),
            Map.entry("POST /cases/{id}/contest", new Row(CASE + "/contest", WORKERS)),
            Map.entry("GET /policies", new Row("/policies", ALL)),
            Map.entry("GET /policies/{key}", new Row("/policies/settlement", ALL)),
            Map.entry(
                    "GET /policies/{key}/rows/{row}",
                    new Row("/policies/settlement/rows/missing-its-file-is-missing", ALL)),
            Map.entry("GET /policies/{key}/table", new Row("/policies/settlement/table", ALL)),
            Map.entry("GET /policies/{key}/trials", new Row("/policies/settlement/trials", ALL)),
            Map.entry("POST /policies/{key}/trials", new Row("/policies/settlement/trials", WORKERS)),
            Map.entry("GET /cases/automation", new Row("/cases/automation", ALL)),
            Map.entry("GET /cases/automation.csv", new Row("/cases/automation.csv", ALL)),
            Map.entry("GET /cases/ageing.csv", new Row("/cases/ageing.csv", ALL)),
            Map.entry("GET /approvals", new Row("/approvals", ALL)),
            Map.entry("POST /approvals/{id}/approve", new Row("/approvals/1/approve", APPROVERS)),
            Map.entry("POST /approvals/{id}/refuse", new Row("/approvals/1/refuse", APPROVERS)),
            Map.entry("GET /sources", new Row("/sources", ALL)),
            Map.entry("GET /rejects/{id}", new Row("/rejects/1", ALL)),
            Map.entry("GET /rejects/{id}/attempts", new Row("/rejects/1/attempts", ALL)),
            Map.entry("POST /rejects/{id}/replays", new Row("/rejects/1/replays", RUNNERS)),
            Map.entry("POST /sources/{id}/replays", new Row("/sources/1/replays", RUNNERS)),
            Map.entry("GET /ledger", new Row("/ledger", ALL)),
            Map.entry("GET /ledger/accounts/{code}", new Row("/ledger/accounts/psp-clearing", ALL)),
            Map.entry("GET /ledger/journals/{id}", new Row("/ledger/journals/" + ExampleBooks.JOURNAL, ALL)),
            Map.entry("GET /close", new Row("/close", ALL)),
            Map.entry("GET /close/{month}/pack.xlsx", new Row("/close/2026-11/pack.xlsx", ALL)),
            Map.entry("GET /close/{month}/pack.pdf", new Row("/close/2026-11/pack.pdf", ALL)),
            Map.entry("POST /close/{date}/sign-off", new Row("/close/2026-11-20/sign-off", SIGNERS)),
            Map.entry("POST /close/{date}/reopenings", new Row("/close/2026-11-20/reopenings", WORKERS)),
            Map.entry("POST /close/reopenings/{id}/approve", new Row("/close/reopenings/1/approve", APPROVERS)),
            Map.entry("POST /close/reopenings/{id}/refuse", new Row("/close/reopenings/1/refuse", APPROVERS)),
            Map.entry("GET /costs", new Row("/costs", ALL)),
            Map.entry("GET /costs/table.csv", new Row("/costs/table.csv", ALL)),
            Map.entry("GET /costs/why", new Row("/costs/why", ALL)),
            Map.entry("GET /costs/lines", new Row("/costs/lines", ALL)),
            Map.entry("GET /costs/rules", new Row("/costs/rules", ALL)),
            Map.entry("GET /costs/rules/file", new Row("/costs/rules/file", ALL)),
            Map.entry("GET /costs/rules/changes", new Row("/costs/rules/changes", ALL)),
            Map.entry("POST /costs/rules/changes", new Row("/costs/rules/changes", WORKERS)),
            Map.entry("GET /costs/rules/changes/{id}", new Row("/costs/rules/changes/1", ALL)),
            Map.entry("POST /costs/rules/changes/{id}/propose", new Row("/costs/rules/changes/1/propose", WORKERS)),
            Map.entry("POST /costs/rules/changes/{id}/approve", new Row("/costs/rules/changes/1/approve", APPROVERS)),
            Map.entry("POST /costs/rules/changes/{id}/refuse", new Row("/costs/rules/changes/1/refuse", APPROVERS)),
            Map.entry("GET /costs/imports", new Row("/costs/imports", ALL)),
            Map.entry("POST /costs/imports", new Row("/costs/imports", RUNNERS)),
            Map.entry("GET /costs/imports/live", new Row("/costs/imports/live", ALL)),
            Map.entry("GET /costs/imports/{period}", new Row("/costs/imports/2026-10", ALL)),
            Map.entry(
                    "GET /costs/imports/{period}/deliveries/{id}/restatement.csv",
                    new Row("/costs/imports/2026-10/deliveries/1/restatement.csv", ALL)),
            Map.entry("GET /sources/{id}", new Row("/sources/1", ALL)));

    /** Everybody sees these, signed in or not. */
    private static final Set<String> OPEN =
            Set.of("GET /sign-in", "ANY ${server.error.path:${error.path:/error}}", "ANY /error");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    static Path inbox;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeAll
    static void publishADay() throws Exception {
        ExampleDay.publish(postgres.dsl(), inbox);
        ExampleBooks.keep(postgres.dsl());
    }

    @Test
    void everyMappingHasARowAndEveryRowAMapping() {
        Set<String> mapped = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> names(mapping).stream())
                .filter(name -> !OPEN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
    }

    private static Set<String> names(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .flatMap(pattern ->
                        (methods.isEmpty() ? Set.of("ANY") : methods).stream().map(method -> method + " " + pattern))
                .collect(Collectors.toSet());
    }

    @Test
    void eachRoleMayDoWhatItsRowsSayAndNoMore() {
        MATRIX.forEach((name, row) -> Arrays.stream(Role.values()).forEach(role -> {
            int status = statusOf(name, row, role);
            if (row.allowed().contains(role)) {
                // The example's case has no dispute to contest: whoever may ask is told so.
                assertThat(status).as("%s for %s", name, role).isIn(200, 302, 404, 422);
            } else {
                assertThat(status).as("%s for %s", name, role).isEqualTo(403);
            }
        }));
    }

    private int statusOf(String name, Row row, Role role) {
        return pages.method(methodOf(name))
                .uri(row.address())
                .with(csrf())
                .with(user("somebody").authorities(new SimpleGrantedAuthority(role.name())))
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignIn() {
        MATRIX.forEach((name, row) -> {
            MvcTestResult result =
                    pages.method(methodOf(name)).uri(row.address()).with(csrf()).exchange();
            assertThat(result.getResponse().getRedirectedUrl()).as(name).endsWith("/sign-in");
        });
    }

    @Test
    void whatChangesSomethingNeedsItsToken() {
        MATRIX.forEach((name, row) -> {
            if (!methodOf(name).equals(HttpMethod.GET)) {
                assertThat(pages.method(methodOf(name))
                                .uri(row.address())
                                .with(user("ada").authorities(new SimpleGrantedAuthority("ADMIN")))
                                .exchange())
                        .as(name)
                        .hasStatus(403);
            }
        });
    }

    private static HttpMethod methodOf(String name) {
        return HttpMethod.valueOf(name.substring(0, name.indexOf(' ')));
    }
}
