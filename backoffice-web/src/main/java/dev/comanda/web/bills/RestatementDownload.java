package dev.comanda.web.bills;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.imports.ImportHistory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
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
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord("account", "service", "date", "cost", "currency");
        history.restatement(id, row -> print(printer, row));
        printer.flush();
    }

    private static void print(CSVPrinter printer, CostRow row) {
        List<@Nullable String> cells = new ArrayList<>();
        row.keys().forEach(key -> cells.add(key.isEmpty() ? null : key));
        cells.add(row.cost().toPlainString());
        cells.add(row.currency());
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("the restatement could not be written", e);
        }
    }
}
