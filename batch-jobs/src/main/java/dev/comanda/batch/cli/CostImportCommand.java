package dev.comanda.batch.cli;

import dev.comanda.cost.bill.storage.FolderDeliveries;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code cost-import --source DIR [--period YYYY-MM] [--json]}. */
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
            paramLabel = "DIR",
            description = "a folder at or above exports, or a bare file with --period")
    private Path source;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "only this month; needed for bare files")
    private @Nullable YearMonth period;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    CostImportCommand() {}

    @Override
    public Integer call() {
        if (!Files.isReadable(source)) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "--source " + source + " is no folder or file that can be read");
        }
        List<ImportOutcome> outcomes = new ArrayList<>();
        try (Platform platform = Platform.start()) {
            platform.the(CostImport.class).run(new FolderDeliveries(source), period, outcome -> {
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
