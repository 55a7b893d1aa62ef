package dev.comanda.web.costs;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.report.Span;
import dev.comanda.cost.report.csv.ReportCsv;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives out all rows of what is asked, not only the largest. */
@Controller
class CostDownloads {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Periods periods;
    private final CostReports reports;

    CostDownloads(Periods periods, CostReports reports) {
        this.periods = periods;
        this.reports = reports;
    }

    @GetMapping("/costs/table.csv")
    ResponseEntity<StreamingResponseBody> table(@RequestParam MultiValueMap<String, String> asked) {
        ExplorerQuery query = ExplorerQuery.of(asked);
        Span span = periods.publishedSpan(query);
        CostQuestion question = new CostQuestion(query.by(), query.metric(), query.filters(), span.days());
        StreamingResponseBody body = out -> {
            try (ReportCsv csv = new ReportCsv(new OutputStreamWriter(out, StandardCharsets.UTF_8), query.by())) {
                reports.report(span.from(), span.to(), question, csv::row);
            }
        };
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename("comanda-costs-%s-%s.csv".formatted(span.first(), span.last()))
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(body);
    }
}
