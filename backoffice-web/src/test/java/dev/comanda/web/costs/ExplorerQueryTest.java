package dev.comanda.web.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** An address says what is asked, and an answer's links say it again. */
class ExplorerQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/costs?period=2026-11&by=team&metric=amortized",
                "/costs?period=days&from=2026-10-01&to=2026-10-09&by=service&by=region&metric=list&compare=on",
                "/costs?by=tag%3Aapp&metric=unblended&where=team%3Da%3Db&where=tag%3Aa%253Db%2525%3Dx+y%26z&read=on"
            })
    void aQueryIsTheSameAfterItsAddress(String address) {
        assertThat(ExplorerQuery.of(parameters(address)).href("/costs")).isEqualTo(address);
    }

    @Test
    void tagsKeepSignsOfTheAddressInTheirKeys() {
        Filter filter = new Filter(new Tag("a=b%3D"), "c=d");
        ExplorerQuery query = ExplorerQuery.of(parameters("/costs")).where(List.of(filter));
        assertThat(ExplorerQuery.of(parameters(query.href("/costs"))).filters()).containsExactly(filter);
    }

    @Test
    void whatIsNoneIsLeftOut() {
        ExplorerQuery query = ExplorerQuery.of(parameters(
                "/costs?by=colour&by=team&by=team&by=service&by=region&by=account&metric=gross&where=x&where=y%3D1"));
        assertThat(query.by()).containsExactly(Column.TEAM, Column.SERVICE, Column.REGION);
        assertThat(query.metric()).isEqualTo(Metric.AMORTIZED);
        assertThat(query.filters()).isEmpty();
        assertThat(ExplorerQuery.of(parameters("/costs")).by()).containsExactly(Column.TEAM);
    }

    @Test
    void aRowNarrowsDownToWhatComesNext() {
        ExplorerQuery byTeam = ExplorerQuery.of(parameters("/costs?by=team"));
        ExplorerQuery services = DrillDown.into(byTeam, List.of("payments")).orElseThrow();
        assertThat(services.filters()).containsExactly(new Filter(Column.TEAM, "payments"));
        assertThat(services.by()).containsExactly(Column.SERVICE);
        ExplorerQuery usage = DrillDown.into(services, List.of("AmazonEC2")).orElseThrow();
        ExplorerQuery resources = DrillDown.into(usage, List.of("BoxUsage")).orElseThrow();
        assertThat(resources.by()).containsExactly(Column.RESOURCE);
        assertThat(DrillDown.into(resources, List.of("i-1"))).isEmpty();
    }

    private static MultiValueMap<String, String> parameters(String address) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(
                        value -> decoded.add(name, UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8))));
        return decoded;
    }
}
