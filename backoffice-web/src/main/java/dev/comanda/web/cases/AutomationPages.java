package dev.comanda.web.cases;

import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Cases.Ageing;
import dev.comanda.ops.casework.Cases.Amount;
import dev.comanda.ops.casework.Cases.Automation;
import dev.comanda.web.look.Moments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many cases needed nobody, and how long those that are open have been. */
@Controller
class AutomationPages {

    private static final int DAYS = 30;

    /** The oldest ages of the buckets, in business days. */
    private static final List<Integer> BUCKETS = List.of(1, 5, 10, 30, Integer.MAX_VALUE);

    private static final String LINE = "\r\n";

    /** Closed cases of a cause or of a date. */
    record Share(long closed, long automatically) {

        Share plus(Share other) {
            return new Share(closed + other.closed, automatically + other.automatically);
        }
    }

    private final Cases cases;
    private final Moments moments;

    AutomationPages(Cases cases, Moments moments) {
        this.cases = cases;
        this.moments = moments;
    }

    @GetMapping("/cases/automation")
    String show(@RequestParam(defaultValue = "") String cause, Model model) {
        List<Automation> closings = closings();
        List<Automation> ofCause = closings.stream()
                .filter(each -> cause.isEmpty() || each.cause().equals(cause))
                .toList();
        model.addAttribute("cause", cause);
        model.addAttribute("days", DAYS);
        model.addAttribute("byCause", shares(closings, Automation::cause));
        SortedMap<LocalDate, Share> byDate = new TreeMap<>(Comparator.reverseOrder());
        byDate.putAll(shares(ofCause, Automation::date));
        model.addAttribute("byDate", byDate);
        model.addAttribute("all", closings.stream().map(AutomationPages::share).reduce(new Share(0, 0), Share::plus));
        model.addAttribute("buckets", BUCKETS);
        model.addAttribute(
                "ageing",
                cases.ageing(moments.today()).stream()
                        .collect(Collectors.groupingBy(
                                Ageing::owner, TreeMap::new, Collectors.toMap(Ageing::upTo, Function.identity()))));
        return "case-automation";
    }

    private List<Automation> closings() {
        return cases.automation(moments.today().minusDays(DAYS), moments.today());
    }

    private static <K extends Comparable<? super K>> Map<K, Share> shares(
            List<Automation> closings, Function<Automation, K> by) {
        return closings.stream().collect(Collectors.toMap(by, AutomationPages::share, Share::plus, TreeMap::new));
    }

    private static Share share(Automation closing) {
        return new Share(closing.closed(), closing.automatically());
    }

    @GetMapping("/cases/automation.csv")
    ResponseEntity<byte[]> automation() {
        return csv(
                "automation.csv",
                "date,cause,closed,automatically",
                closings().stream()
                        .map(each -> String.join(
                                ",",
                                each.date().toString(),
                                each.cause(),
                                Long.toString(each.closed()),
                                Long.toString(each.automatically()))));
    }

    /** A row for each currency of a bucket, each with the count of the whole bucket. */
    @GetMapping("/cases/ageing.csv")
    ResponseEntity<byte[]> ageing() {
        return csv(
                "ageing.csv",
                "owner,up_to_business_days,cases,currency,amount",
                cases.ageing(moments.today()).stream().flatMap(AutomationPages::rows));
    }

    private static Stream<String> rows(Ageing bucket) {
        String upTo = bucket.upTo() == Integer.MAX_VALUE ? "" : Integer.toString(bucket.upTo());
        String beginning = String.join(",", bucket.owner(), upTo, Long.toString(bucket.cases()));
        if (bucket.amounts().isEmpty()) {
            return Stream.of(beginning + ",,");
        }
        return bucket.amounts().stream().map(amount -> beginning + "," + money(amount));
    }

    private static String money(Amount amount) {
        return amount.currency() + "," + amount.amount().toPlainString();
    }

    /** Codes, dates and numbers alone: nothing needs quotes. */
    private static ResponseEntity<byte[]> csv(String name, String head, Stream<String> rows) {
        String text = Stream.concat(Stream.of(head), rows).collect(Collectors.joining(LINE, "", LINE));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
