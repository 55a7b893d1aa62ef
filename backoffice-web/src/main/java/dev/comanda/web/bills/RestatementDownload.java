package dev.comanda.web.bills;

import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.report.csv.ReportCsv;
import dev.comanda.cost.scan.ChargeScan;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What a delivery changed, as the file that the command line writes. */
@Controller
class RestatementDownload {

    private final ImportHistory history;

    RestatementDownload(ImportHistory history) {
        this.history = history;
    }

    @GetMapping("/costs/imports/{period}/deliveries/{id}/restatement.csv")
    void write(@PathVariable String period, @PathVariable long id, HttpServletResponse response) throws IOException {
        YearMonth month = Periods.of(period);
        if (history.deliveries(month).stream().noneMatch(each -> each.delivery().id() == id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("comanda-restatement-" + month + ".csv")
                        .build()
                        .toString());
        ReportCsv csv = new ReportCsv(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), ChargeScan.RESTATED_BY);
        history.restatement(id, csv::row);
        csv.flush();
    }
}
