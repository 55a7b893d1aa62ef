package dev.comanda.web.close;

import dev.comanda.ops.close.MonthEnd;
import dev.comanda.ops.close.MonthEndPack;
import dev.comanda.web.look.Shown;
import java.time.YearMonth;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives the month-end pack out as a file, in the reader's language. */
@Controller
class PackDownloads {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final MonthEnd monthEnd;
    private final PackWords words;
    private final Shown shown;

    PackDownloads(MonthEnd monthEnd, PackWords words, Shown shown) {
        this.monthEnd = monthEnd;
        this.words = words;
        this.shown = shown;
    }

    @GetMapping("/close/{month}/pack.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable YearMonth month) {
        MonthEndPack pack = pack(month);
        return file(month + ".xlsx", XLSX, XlsxPack.write(PackTable.of(pack, words), pack.lastDate()));
    }

    @GetMapping("/close/{month}/pack.pdf")
    ResponseEntity<byte[]> print(@PathVariable YearMonth month) {
        MonthEndPack pack = pack(month);
        String title = words.say(
                pack.isFinal() ? "pack.title" : "pack.title.open", month.toString(), shown.date(pack.lastDate()));
        byte[] pdf = new PdfPack(shown).write(title, PackTable.of(pack, words), pack.lastDate());
        return file(month + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    private MonthEndPack pack(YearMonth month) {
        return monthEnd.pack(month).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("comanda-" + name)
                                .build()
                                .toString())
                .body(content);
    }
}
