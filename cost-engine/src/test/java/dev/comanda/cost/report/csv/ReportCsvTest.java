package dev.comanda.cost.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spreadsheet opens. */
class ReportCsvTest {

    private static final BigDecimal COST = new BigDecimal("-0.000000000001");

    @Test
    void theColumnsAreTheKeysTheCostAndTheCurrency() throws IOException {
        assertThat(csv("payments", "Amazon \"S3\", Glacier"))
                .isEqualTo(
                        "team,tag:app,cost,currency\r\npayments,\"Amazon \"\"S3\"\", Glacier\",-0.000000000001,USD\r\n");
    }

    @Test
    void whatIsEmptyIsAnEmptyField() throws IOException {
        assertThat(csv("", "")).endsWith("\r\n,,-0.000000000001,USD\r\n");
    }

    @Test
    void aValueThatLooksLikeAFormulaIsNone() throws IOException {
        assertThat(csv("=1+1", "@x")).contains("'=1+1,'@x,-0.0");
        assertThat(csv("+1", "-1")).contains("'+1,'-1,");
        assertThat(csv("\t=1", "")).contains("'\t=1");
    }

    private static String csv(String team, String app) throws IOException {
        StringBuilder file = new StringBuilder();
        try (ReportCsv csv = new ReportCsv(file, List.of(Column.TEAM, new ReportKey.Tag("app")))) {
            csv.row(new CostRow(List.of(team, app), COST, "USD"));
        }
        return file.toString();
    }
}
