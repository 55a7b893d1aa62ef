package dev.comanda.batch.cost;

import static dev.comanda.sql.cost.Tables.EXPLORER_ANSWER;
import static dev.comanda.sql.cost.Tables.EXPLORER_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.opinion.Anomaly;
import dev.comanda.cost.opinion.Commitment;
import dev.comanda.cost.opinion.ControlTotal;
import dev.comanda.cost.opinion.CostExplorer;
import dev.comanda.cost.opinion.Forecast;
import dev.comanda.cost.opinion.RememberedCostExplorer;
import dev.comanda.cost.opinion.aws.AwsCostExplorer;
import dev.comanda.cost.opinion.persistence.JooqAnswers;
import dev.comanda.cost.opinion.persistence.JooqCallBudget;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cost Explorer is asked as seldom as can be, every call is counted, and what goes wrong is a sentence. */
class CostExplorerIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Path RECORDED = Path.of(System.getProperty("comanda.shared", "../../shared"))
            .resolve("data/cost/ce-api/get-cost-and-usage.cloudscape.json");

    private static final String USAGE = "GetCostAndUsage";
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Instant NOON = Instant.parse("2026-09-05T12:00:00Z");

    private CostExplorerStub stub;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        postgres.dsl().truncate(EXPLORER_CALL).execute();
        postgres.dsl().truncate(EXPLORER_ANSWER).execute();
        stub = CostExplorerStub.start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void everyPageIsACallAndTheAnswerStandsForHours() {
        stub.answers(USAGE, page("\"NextPageToken\": \"more\",", "AWS Lambda", "1.5", "1.25"));
        stub.answers(USAGE, page("", "EC2 - Other", "0.0051256592", "0"));

        List<ControlTotal> totals = asked(100, NOON).totals(AUGUST);

        assertThat(totals)
                .containsExactly(total("AWS Lambda", "1.5", "1.25"), total("EC2 - Other", "0.0051256592", "0"));
        assertThat(calls()).isEqualTo(2);
        assertThat(stub.asked().get(0))
                .contains("\"Start\":\"2026-08-01\"", "\"End\":\"2026-09-01\"", "\"SERVICE\"", "\"MONTHLY\"")
                .doesNotContain("NextPageToken");
        assertThat(stub.asked().get(1)).contains("\"NextPageToken\":\"more\"");

        assertThat(asked(100, NOON.plus(Duration.ofHours(7))).totals(AUGUST)).isEqualTo(totals);
        assertThat(calls()).isEqualTo(2);

        stub.answers(USAGE, page("", "AWS Lambda", "2", "2"));
        assertThat(asked(100, NOON.plus(Duration.ofHours(9))).totals(AUGUST))
                .containsExactly(total("AWS Lambda", "2", "2"));
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void whatWasThrottledIsRepeatedAndCountedAgain() {
        stub.refuses(USAGE, "ThrottlingException");
        stub.answers(USAGE, page("", "AWS Lambda", "1", "1"));
        assertThat(asked(100, NOON).totals(AUGUST)).hasSize(1);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aDaysBudgetThatIsSpentEndsTheQuestionBeforeTheCall() {
        stub.answers(USAGE, page("\"NextPageToken\": \"more\",", "AWS Lambda", "1", "1"));
        assertThatThrownBy(() -> asked(1, NOON).totals(AUGUST))
                .isInstanceOfSatisfying(
                        OpsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_BUDGET_SPENT))
                .hasMessageContaining("called 1 times on 2026-09-05");
        assertThat(stub.asked()).hasSize(1);
        assertThat(calls()).isEqualTo(1);

        stub.answers(USAGE, page("", "AWS Lambda", "1", "1"));
        assertThat(asked(1, NOON.plus(Duration.ofDays(1))).totals(AUGUST)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        DataUnavailableException | it has no data of that time
        BillExpirationException  | the bill of that time has expired
        LimitExceededException   | it was asked too often
        AccessDeniedException    | access is denied (AccessDeniedException); the credentials need ce:Get*
        RequestChangedException  | said by AWS
        """)
    void whatGoesWrongIsASentence(String error, String sentence) {
        for (int times = 0; times < 3; times++) {
            stub.refuses(USAGE, error);
        }
        assertThatThrownBy(() -> asked(100, NOON).totals(AUGUST))
                .isInstanceOfSatisfying(
                        OpsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COST_EXPLORER_UNAVAILABLE))
                .hasMessageStartingWith("Cost Explorer does not answer: ")
                .hasMessageContaining(sentence);
        assertThat(calls()).isEqualTo(stub.asked().size());
        assertThat(postgres.dsl().fetchCount(EXPLORER_ANSWER)).isZero();
    }

    @Test
    void whatAwsRecordedIsRead() throws IOException {
        assumeTrue(Files.isReadable(RECORDED), () -> "skipped: there is no " + RECORDED);
        JsonNode recorded = JsonMapper.shared().readTree(Files.readString(RECORDED));
        for (JsonNode month : recorded.get("ResultsByTime")) {
            for (JsonNode group : month.get("Groups")) {
                ObjectNode metrics = (ObjectNode) group.get("Metrics");
                metrics.set("AmortizedCost", metrics.get("UnblendedCost"));
            }
        }
        stub.answers(USAGE, recorded.toString());

        List<ControlTotal> totals = asked(100, NOON).totals(AUGUST);

        assertThat(totals).hasSize(33).allMatch(each -> each.currency().equals("USD"));
    }

    @Test
    void theForecastHasItsRange() {
        stub.answers(
                "GetCostForecast",
                """
                {"Total": {"Amount": "300.5", "Unit": "USD"}, "ForecastResultsByTime": [
                  {"TimePeriod": {"Start": "2026-09-05", "End": "2026-10-01"}, "MeanValue": "100.5",
                   "PredictionIntervalLowerBound": "90.25", "PredictionIntervalUpperBound": "110.75"},
                  {"TimePeriod": {"Start": "2026-10-01", "End": "2026-11-01"}, "MeanValue": "200",
                   "PredictionIntervalLowerBound": "150", "PredictionIntervalUpperBound": "250"}]}
                """);
        List<Forecast> expected = List.of(
                new Forecast(YearMonth.of(2026, 9), number("100.5"), number("90.25"), number("110.75"), "USD"),
                new Forecast(YearMonth.of(2026, 10), number("200"), number("150"), number("250"), "USD"));

        LocalDate today = LocalDate.of(2026, 9, 5);
        assertThat(asked(100, NOON).forecast(today, YearMonth.of(2026, 10))).isEqualTo(expected);
        assertThat(asked(100, NOON).forecast(today, YearMonth.of(2026, 10)))
                .as("remembered")
                .isEqualTo(expected);
        assertThat(stub.asked()).singleElement().asString().contains("\"End\":\"2026-11-01\"", "UNBLENDED_COST");
    }

    @Test
    void anomaliesNameWhatTheyAreOf() {
        stub.answers(
                "GetAnomalies",
                """
                {"Anomalies": [{"AnomalyId": "a-1", "AnomalyStartDate": "2026-08-10", "AnomalyEndDate": "2026-08-12",
                  "DimensionValue": "AWS Service", "MonitorArn": "arn:aws:ce::111122223333:anomalymonitor/1",
                  "RootCauses": [{"Service": "AWS Lambda", "Region": "us-east-1", "LinkedAccount": "111122223333"}],
                  "AnomalyScore": {"MaxScore": 0.8, "CurrentScore": 0.5},
                  "Impact": {"MaxImpact": 20.5, "TotalImpact": 42.25}}], "NextPageToken": "more"}
                """);
        stub.answers(
                "GetAnomalies",
                """
                {"Anomalies": [{"AnomalyId": "a-2", "AnomalyStartDate": "2026-08-20T00:00:00Z",
                  "AnomalyEndDate": "2026-08-20T00:00:00Z", "RootCauses": [], "MonitorArn": "arn:aws:ce::1:anomalymonitor/1",
                  "AnomalyScore": {"MaxScore": 1.0, "CurrentScore": 1.0}, "Impact": {"MaxImpact": 7.0, "TotalImpact": 7.0}}]}
                """);
        assertThat(asked(100, NOON).anomalies(AUGUST.atDay(1), AUGUST.atEndOfMonth()))
                .containsExactly(
                        new Anomaly(
                                "a-1",
                                "AWS Lambda",
                                "111122223333",
                                AUGUST.atDay(10),
                                AUGUST.atDay(12),
                                number("42.25")),
                        new Anomaly("a-2", "", "", AUGUST.atDay(20), AUGUST.atDay(20), number("7.0")));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void commitmentsHaveTheirCoverageAndUtilisationAndThoseThatAreNoneAreLeftOut() {
        stub.answers(
                "GetSavingsPlansCoverage",
                """
                {"SavingsPlansCoverages": [{"Attributes": {}, "TimePeriod": {"Start": "2026-08-01", "End": "2026-09-01"},
                  "Coverage": {"SpendCoveredBySavingsPlans": "75.5", "OnDemandCost": "24.5", "TotalCost": "100",
                  "CoveragePercentage": "75.5"}}]}
                """);
        stub.answers(
                "GetSavingsPlansUtilization",
                """
                {"Total": {"Utilization": {"TotalCommitment": "80", "UsedCommitment": "76", "UnusedCommitment": "4",
                  "UtilizationPercentage": "95"}}}
                """);
        stub.answers(
                "GetReservationCoverage",
                "{\"CoveragesByTime\": [], \"Total\": {\"CoverageHours\": {\"CoverageHoursPercentage\": \"0\"}}}");
        stub.refuses("GetReservationUtilization", "DataUnavailableException");
        assertThat(asked(100, NOON).commitments(AUGUST))
                .containsExactly(new Commitment(Commitment.Kind.SAVINGS_PLANS, number("75.5"), number("95")));
        assertThat(calls()).isEqualTo(4);
    }

    @Test
    void nobodyIsAskedUnlessSomebodySaysSo() {
        CostAutoConfiguration configuration = new CostAutoConfiguration();
        CostExplorer unasked = configuration.costExplorer(new MockEnvironment(), postgres.dsl(), Clock.systemUTC());
        assertThatThrownBy(() -> unasked.totals(AUGUST))
                .isInstanceOfSatisfying(
                        OpsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNUSABLE_ARGUMENT))
                .hasMessageContaining("set comanda.cost.explorer.enabled=true");

        MockEnvironment said = new MockEnvironment()
                .withProperty("comanda.cost.explorer.enabled", "true")
                .withProperty("comanda.cost.explorer.endpoint", stub.endpoint())
                .withProperty("comanda.cost.explorer.calls-per-day", "1");
        stub.answers(USAGE, page("", "AWS Lambda", "1", "1"));
        CostExplorer asked = configuration.costExplorer(said, postgres.dsl(), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(asked.totals(AUGUST)).hasSize(1);
        assertThatThrownBy(() -> asked.totals(AUGUST.plusMonths(1))).hasMessageContaining("called 1 times");
    }

    private CostExplorer asked(int callsPerDay, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new RememberedCostExplorer(
                AwsCostExplorer.open(stub.endpoint(), new JooqCallBudget(postgres.dsl(), clock, callsPerDay)),
                new JooqAnswers(postgres.dsl()),
                Duration.ofHours(8),
                clock);
    }

    private static String page(String token, String service, String unblended, String amortized) {
        return """
                {"GroupDefinitions": [{"Type": "DIMENSION", "Key": "SERVICE"}], %s "ResultsByTime": [
                  {"TimePeriod": {"Start": "2026-08-01", "End": "2026-09-01"}, "Total": {}, "Estimated": false,
                   "Groups": [{"Keys": ["%s"], "Metrics": {
                     "UnblendedCost": {"Amount": "%s", "Unit": "USD"}, "AmortizedCost": {"Amount": "%s", "Unit": "USD"}}}]}]}
                """
                .formatted(token, service, unblended, amortized);
    }

    private static ControlTotal total(String service, String unblended, String amortized) {
        return new ControlTotal(service, number(unblended), number(amortized), "USD");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static int calls() {
        return postgres.dsl().fetchCount(EXPLORER_CALL);
    }
}
