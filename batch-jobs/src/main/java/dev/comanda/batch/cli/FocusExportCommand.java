package dev.comanda.batch.cli;

import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.focus.FocusExport;
import dev.comanda.cost.focus.FocusExport.Exported;
import dev.comanda.cost.focus.folder.FocusFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code focus-export --period YYYY-MM --output DIR [--json]}. */
@Command(
        name = "focus-export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the published bill of a month as FOCUS 1.2, instances divided among their pods, with owners.")
final class FocusExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "the billing period")
    private YearMonth period;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "the folder of the export; what it holds of the month is replaced, all else stays")
    private Path output;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    FocusExportCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            print(platform.the(FocusExport.class).export(period, new FocusFolder(output)));
        }
        return Comanda.DONE;
    }

    private void print(Exported exported) {
        PrintWriter out = spec.commandLine().getOut();
        Written written = exported.written();
        String currency = exported.delivery().totals().currency();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("period", period.toString());
            answer.put("rows", written.rows());
            answer.put("files", written.files().size());
            answer.put("billed", written.billed().toPlainString());
            answer.put("effective", written.effective().toPlainString());
            answer.put("list", written.list().toPlainString());
            answer.put("currency", currency);
            out.println(JsonMapper.shared().writeValueAsString(answer));
        } else {
            out.printf(
                    "%s: rows %d in %d files, billed %s, effective %s %s%n",
                    period,
                    written.rows(),
                    written.files().size(),
                    written.billed().toPlainString(),
                    written.effective().toPlainString(),
                    currency);
        }
        out.flush();
    }
}
