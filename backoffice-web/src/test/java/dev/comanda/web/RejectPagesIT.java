package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.comanda.ops.testing.PostgresExtension;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jooq.Record;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of rejects, and who may ask for a replay. Reject 1 is an event, 2 one that was cut, 3 of a bank's file. */
@SpringBootTest(properties = {"comanda.demo=true", "comanda.worker=false"})
@AutoConfigureMockMvc
class RejectPagesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.database().jdbcUrl());
        properties.add("spring.datasource.username", () -> postgres.database().user());
        properties.add("spring.datasource.password", () -> postgres.database().password());
    }

    @BeforeEach
    void rejectThree() {
        postgres.dsl()
                .execute(
                        """
                truncate ingest.source restart identity cascade;
                insert into ingest.source (path, kind, sha256, size_bytes, read_at, read, rejected)
                values ('events/a.ndjson', 'events', sha256('a'), 1, now(), 2, 2),
                       ('bank/b.xml', 'bank', sha256('b'), 1, now(), 1, 1);
                insert into ingest.reject (source_id, line, reason, sentence, raw, raw_length, raw_sha256)
                values (1, 7, 'MALFORMED_JSON', 'No JSON', '</textarea><script>', 19, sha256('c')),
                       (1, 8, 'TOO_LONG', 'Too long', 'beginning', 2000000, sha256('d')),
                       (2, 1, 'SCHEMA_VIOLATION', 'No amount', '<Ntry>', 6, sha256('e'));
                """);
    }

    private static final RequestPostProcessor VIEWER = user("vera").authorities(new SimpleGrantedAuthority("VIEWER"));
    private static final RequestPostProcessor OPERATOR =
            user("ana").authorities(new SimpleGrantedAuthority("OPERATOR"));

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "es", "en"})
    void everyPageIsShownInEveryLanguageWithoutInlineScriptOrStyle(String language) throws Exception {
        for (String page : new String[] {
            "/rejects/1", "/rejects/2", "/rejects/3", "/rejects/1/attempts", "/sources/1", "/sources/2"
        }) {
            MvcTestResult result = pages.get()
                    .uri(page)
                    .header("Accept-Language", language)
                    .with(OPERATOR)
                    .exchange();
            assertThat(result).hasStatusOk();
            assertThat(html(result).select("script:not([src]), style, [style], [onclick]"))
                    .isEmpty();
            assertThat(result.getResponse().getContentAsString()).doesNotContain("??");
        }
    }

    @Test
    void anOperatorReplaysItAsItCameAndTheTrailSaysWho() throws Exception {
        assertThat(post("/rejects/1/replays", OPERATOR).exchange()).hasStatus3xxRedirection();

        Record attempt =
                postgres.dsl().fetchSingle("select * from ingest.replay_attempt join ingest.replay using (replay_id)");
        assertThat(attempt.get("requested_by")).isEqualTo("ana");
        assertThat(attempt.get("sent", byte[].class)).isEqualTo(bytes("</textarea><script>"));
        assertThat(postgres.dsl()
                        .fetchSingle("select actor, action, subject from audit.entry order by entry_id desc limit 1")
                        .intoList())
                .containsExactly("ana", "replay requested", "reject 1");
        Document page = html(pages.get().uri("/rejects/1").with(OPERATOR).exchange());
        assertThat(page.select("textarea")).isEmpty();
        assertThat(page.select("[hx-get=/rejects/1/attempts]")).hasSize(1);
    }

    @Test
    void anOperatorReplaysACorrectedCopyAndTheBytesThatCameStay() throws Exception {
        Document page = html(pages.get().uri("/rejects/1").with(OPERATOR).exchange());
        assertThat(page.select("textarea").text()).isEqualTo("</textarea><script>");

        assertThat(post("/rejects/1/replays", OPERATOR)
                        .param("corrected", "{\"ação\":1}\r\n")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(postgres.dsl()
                        .fetchSingle("select sent from ingest.replay_attempt")
                        .get("sent", byte[].class))
                .isEqualTo(bytes("{\"ação\":1}"));
    }

    @Test
    void whatCannotBeReplayedIsRefusedInTheFormWithWhatWasTyped() throws Exception {
        MvcTestResult empty =
                post("/rejects/1/replays", OPERATOR).param("corrected", "  ").exchange();
        assertThat(empty).hasStatus(422);
        assertThat(html(empty).select("[role=alert]")).hasSize(1);
        assertThat(post("/rejects/2/replays", OPERATOR).param("corrected", "{}").exchange())
                .hasStatus(422);
        assertThat(post("/rejects/3/replays", OPERATOR).exchange()).hasStatus(422);
        assertThat(postgres.dsl().fetchValue("select count(*) from ingest.replay_attempt"))
                .isEqualTo(0L);
    }

    @Test
    void aCutEventAndABanksRecordOfferNoReplayButSayTheWayOut() throws Exception {
        Document cut = html(pages.get()
                .uri("/rejects/2")
                .header("Accept-Language", "en")
                .with(OPERATOR)
                .exchange());
        assertThat(cut.select("main form")).isEmpty();
        assertThat(cut.text()).contains("Only the first 9 bytes were kept");
        Document bank = html(pages.get()
                .uri("/rejects/3")
                .header("Accept-Language", "en")
                .with(OPERATOR)
                .exchange());
        assertThat(bank.select("main form")).isEmpty();
        assertThat(bank.text()).contains("corrected file");
    }

    @Test
    void aViewerSeesARejectAndCannotAskForItsReplay() throws Exception {
        Document page = html(pages.get().uri("/rejects/1").with(VIEWER).exchange());
        assertThat(page.text()).contains("No JSON");
        assertThat(page.select("main form")).isEmpty();
        assertThat(post("/rejects/1/replays", VIEWER).exchange()).hasStatus(403);
        assertThat(post("/sources/1/replays", VIEWER).exchange()).hasStatus(403);
    }

    @Test
    void allOfASourceAreAskedForAtOnce() throws Exception {
        assertThat(html(pages.get().uri("/sources/1").with(OPERATOR).exchange()).select("main form button"))
                .hasSize(1);
        assertThat(post("/sources/1/replays", OPERATOR).exchange()).hasRedirectedUrl("/sources/1");
        assertThat(postgres.dsl().fetchValue("select count(*) from ingest.replay_attempt"))
                .isEqualTo(1L);
        assertThat(html(pages.get().uri("/sources/1").with(OPERATOR).exchange()).select("main form"))
                .isEmpty();
    }

    private MockMvcRequestBuilder post(String path, RequestPostProcessor who) {
        return pages.post().uri(path).with(csrf()).with(who);
    }

    private static Document html(MvcTestResult result) throws UnsupportedEncodingException {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
