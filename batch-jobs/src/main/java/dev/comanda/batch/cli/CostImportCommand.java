package dev.comanda.batch.cli;

import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.storage.BillSources;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Reallocated;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code cost-import --source DIR|s3://bucket/prefix [--period YYYY-MM] [--json]}. */
@Command(
        name = "cost-import",
        mixinStandardHelpOptions = true,
        description = "Takes over what AWS delivered of its bill, a period at a time and whole.")
final class CostImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "SOURCE",
            description =
                    "a folder or s3://bucket/prefix at or above exports; with --period also one of bare files, or a bare file")
    private String source;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "only this month; needed for bare files")
    private @Nullable YearMonth period;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    CostImportCommand() {}

    @Override
    public Integer call() {
        Function<BillSources, Deliveries> opened = checked();
        List<ImportOutcome> outcomes = new ArrayList<>();
        try (Platform platform = Platform.start();
                Deliveries deliveries = opened.apply(platform.the(BillSources.class))) {
            platform.the(CostImport.class).run(deliveries, period, outcome -> {
                outcomes.add(outcome);
                if (!json) {
                    print(outcome);
                }
            });
        }
        PrintWriter err = spec.commandLine().getErr();
        List<Refused> refused = outcomes.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
        refused.forEach(each -> err.println("comanda: " + each.problem().getMessage()));
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "periods",
                    outcomes.stream()
                            .filter(each -> !(each instanceof Refused))
                            .map(CostImportCommand::asJson)
                            .toList());
            answer.put(
                    "refused",
                    refused.stream()
                            .map(each -> String.valueOf(each.problem().getMessage()))
                            .toList());
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
        }
        return refused.isEmpty() ? Comanda.DONE : Comanda.FAILED;
    }

    /** How the source is opened; refused before anything is started where it is none. */
    private Function<BillSources, Deliveries> checked() {
        if (BucketPrefix.isMeant(source)) {
            BucketPrefix place = BucketPrefix.of(source)
                    .orElseThrow(
                            () -> unusable("--source " + source + " names no bucket; write it as s3://bucket/prefix"));
            return sources -> sources.open(place);
        }
        Path folder = Path.of(source);
        if (!Files.isReadable(folder)) {
            throw unusable("--source " + source + " is no folder or file that can be read");
        }
        return sources -> sources.open(folder);
    }

    private static OpsException unusable(String sentence) {
        return new OpsException(ErrorCode.UNUSABLE_ARGUMENT, sentence);
    }

    private void print(ImportOutcome outcome) {
        if (outcome instanceof Refused) {
            return;
        }
        Totals totals = delivery(outcome).totals();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: rows %d, unblended %s, amortized %s, net amortized %s %s, %s%n",
                delivery(outcome).period(),
                totals.rows(),
                totals.unblended().toPlainString(),
                totals.amortized().toPlainString(),
                totals.netAmortized().toPlainString(),
                totals.currency(),
                change(outcome));
        out.flush();
    }

    private static String change(ImportOutcome outcome) {
        if (outcome instanceof Imported imported) {
            return imported.delivery().replaced() == null
                    ? "first import"
                    : "restated by %s in %d rows of account, service and day"
                            .formatted(imported.restated().toPlainString(), imported.restatedRows());
        }
        return outcome instanceof Reallocated ? "unchanged, allocated by new rules" : "unchanged";
    }

    private static PublishedDelivery delivery(ImportOutcome outcome) {
        if (outcome instanceof Imported imported) {
            return imported.delivery();
        }
        if (outcome instanceof Reallocated reallocated) {
            return reallocated.delivery();
        }
        return ((Unchanged) outcome).delivery();
    }

    private static Map<String, Object> asJson(ImportOutcome outcome) {
        Totals totals = delivery(outcome).totals();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("period", delivery(outcome).period().toString());
        row.put("rows", totals.rows());
        row.put("unblended", totals.unblended().toPlainString());
        row.put("amortized", totals.amortized().toPlainString());
        row.put("net_amortized", totals.netAmortized().toPlainString());
        row.put("list", totals.list().toPlainString());
        row.put("true_up", totals.trueUp().toPlainString());
        row.put("upfront_fees", totals.upfrontFees().toPlainString());
        row.put("currency", totals.currency());
        row.put("imported", outcome instanceof Imported);
        BigDecimal restated = outcome instanceof Imported imported ? imported.restated() : BigDecimal.ZERO;
        row.put("restatement", restated.toPlainString());
        return row;
    }
}
