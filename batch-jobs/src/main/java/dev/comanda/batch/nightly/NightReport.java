package dev.comanda.batch.nightly;

import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.ops.decision.CaseTallies;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.PostedSum;
import dev.comanda.ops.reconciliation.Summaries;
import dev.comanda.ops.reconciliation.Summary;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a night came to, as the one JSON object of CONTRACTS section 5 or as lines for a person. */
@Component
public class NightReport {

    private static final String MARKET_CURRENCY = "BRL";

    private final Summaries summaries;
    private final Completeness completeness;
    private final CaseTallies cases;
    private final Ledger ledger;
    private final Clock clock;

    NightReport(Summaries summaries, Completeness completeness, CaseTallies cases, Ledger ledger, Clock clock) {
        this.summaries = summaries;
        this.completeness = completeness;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a report needs to know of a night beside what is published: its date, and when it began. */
    public record Begun(LocalDate businessDate, Instant at) {}

    /** Notes when a night begins. */
    public Begun begin(LocalDate date) {
        return new Begun(date, clock.instant());
    }

    public void print(Begun night, List<SourceReport> sources, boolean json, PrintWriter out) {
        if (json) {
            printJson(night, sources, out);
        } else {
            printLines(night.businessDate(), sources, out);
        }
        out.flush();
    }

    private void printLines(LocalDate businessDate, List<SourceReport> sources, PrintWriter out) {
        for (SourceReport source : sources) {
            out.printf(
                    "%-60s read %d, accepted %d, duplicates %d, rejected %d, ignored %d%s%n",
                    source.name(),
                    source.read(),
                    source.accepted(),
                    source.duplicates(),
                    source.rejected(),
                    source.ignored(),
                    source.error() == null ? "" : " - " + source.error());
        }
        for (Summary summary : summaries.of(businessDate)) {
            out.printf(
                    "%-20s %d matched groups, %d in transit, %d breaks%n",
                    summary.reconciliation().exportName(),
                    summary.matchedGroups(),
                    summary.inTransitLeft() + summary.inTransitRight(),
                    summary.breaks().stream().mapToLong(Summary.Breaks::count).sum());
        }
        CaseTally tally = cases.of(businessDate);
        out.printf(
                "%-20s %d opened, %d closed, %d of them without a person, %d open%n",
                "cases", tally.opened(), tally.closed(), tally.closedAutomatically(), tally.open());
        List<Shortfall> missing = completeness.missing(businessDate);
        out.println(missing.isEmpty() ? "complete: nothing is missing" : "incomplete:");
        missing.forEach(each -> out.println("  " + each.sentence()));
    }

    private void printJson(Begun night, List<SourceReport> sources, PrintWriter out) {
        LocalDate businessDate = night.businessDate();
        Duration took = Duration.between(night.at(), clock.instant());
        long records = sources.stream().mapToLong(SourceReport::read).sum();
        JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeStringProperty("businessDate", businessDate.toString());
        json.writeStringProperty("status", "COMPLETED");
        writeMissing(json, completeness.missing(businessDate));
        writeSources(json, sources);
        writeFindings(json, businessDate);
        CaseTally tally = cases.of(businessDate);
        json.writeArrayPropertyStart("reconciliations");
        summaries.of(businessDate).forEach(summary -> write(json, summary, tally));
        json.writeEndArray();
        writeLedger(json, businessDate);
        writeCases(json, tally);
        json.writeNumberProperty("records", records);
        json.writeNumberProperty("durationMillis", took.toMillis());
        json.writeNumberProperty("recordsPerSecond", records * 1000 / Math.max(1, took.toMillis()));
        json.writeEndObject();
        json.flush();
        out.println();
    }

    private static void writeMissing(JsonGenerator json, List<Shortfall> missing) {
        json.writeBooleanProperty("complete", missing.isEmpty());
        json.writeArrayPropertyStart("missing");
        for (Shortfall each : missing) {
            json.writeStartObject();
            json.writeStringProperty("expectation", each.expectation());
            json.writeStringProperty("sentence", each.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSources(JsonGenerator json, List<SourceReport> sources) {
        json.writeArrayPropertyStart("sources");
        for (SourceReport source : sources) {
            json.writeStartObject();
            json.writeStringProperty("name", source.name());
            json.writeStringProperty("sha256", source.sha256());
            json.writeStringProperty("kind", source.kind());
            json.writeNumberProperty("read", source.read());
            json.writeNumberProperty("accepted", source.accepted());
            json.writeNumberProperty("duplicates", source.duplicates());
            json.writeNumberProperty("rejected", source.rejected());
            json.writeNumberProperty("ignored", source.ignored());
            if (source.error() != null) {
                json.writeStringProperty("error", source.error());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeFindings(JsonGenerator json, LocalDate businessDate) {
        json.writeArrayPropertyStart("findings");
        summaries.findings(businessDate).forEach((law, count) -> {
            json.writeStartObject();
            json.writeStringProperty("law", law.name());
            json.writeNumberProperty("count", count);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Summary summary, CaseTally tally) {
        json.writeStartObject();
        json.writeStringProperty("name", summary.reconciliation().exportName());
        write(json, "left", summary.left());
        write(json, "right", summary.right());
        json.writeObjectPropertyStart("matched");
        json.writeNumberProperty("groups", summary.matchedGroups());
        json.writeNumberProperty("leftItems", summary.matchedLeft());
        json.writeNumberProperty("rightItems", summary.matchedRight());
        json.writeEndObject();
        json.writeObjectPropertyStart("inTransit");
        json.writeNumberProperty("leftItems", summary.inTransitLeft());
        json.writeNumberProperty("rightItems", summary.inTransitRight());
        json.writeEndObject();
        json.writeArrayPropertyStart("breaks");
        for (Summary.Breaks breaks : summary.breaks()) {
            json.writeStartObject();
            json.writeStringProperty("type", breaks.type());
            json.writeNumberProperty("count", breaks.count());
            writeAmounts(json, breaks.amounts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty(
                "resolvedAutomatically",
                tally.resolvedByReconciliation()
                        .getOrDefault(summary.reconciliation().exportName(), 0L));
        json.writeNumberProperty("unaccounted", summary.unaccounted());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Summary.Side side) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("items", side.items());
        writeAmounts(json, side.amounts());
        json.writeEndObject();
    }

    private static void writeAmounts(JsonGenerator json, SortedMap<String, BigDecimal> amounts) {
        json.writeObjectPropertyStart("amounts");
        amounts.forEach((currency, amount) -> json.writeStringProperty(currency, amount.toPlainString()));
        json.writeEndObject();
    }

    /** What was posted on the date; the currency of the market is always there. */
    private void writeLedger(JsonGenerator json, LocalDate businessDate) {
        SortedMap<String, PostedSum> sums = new TreeMap<>(Map.of(MARKET_CURRENCY, PostedSum.nothing(MARKET_CURRENCY)));
        ledger.postedOn(businessDate).forEach(sum -> sums.put(sum.currency(), sum));
        json.writeObjectPropertyStart("ledger");
        sums.forEach((currency, sum) -> {
            json.writeObjectPropertyStart(currency);
            json.writeStringProperty("debits", sum.debits().toPlainString());
            json.writeStringProperty("credits", sum.credits().toPlainString());
            json.writeStringProperty("difference", sum.difference().toPlainString());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void writeCases(JsonGenerator json, CaseTally tally) {
        json.writeObjectPropertyStart("cases");
        json.writeNumberProperty("opened", tally.opened());
        json.writeNumberProperty("closedAutomatically", tally.closedAutomatically());
        json.writeNumberProperty("open", tally.open());
        json.writeEndObject();
        json.writeStringProperty("automationRate", tally.automationRate().toPlainString());
    }
}
