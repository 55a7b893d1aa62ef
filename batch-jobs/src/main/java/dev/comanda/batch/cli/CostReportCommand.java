package dev.comanda.batch.cli;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cost-report --period P[..P] --group-by a,b --metric M [--format csv|json] [--output F]}, or {@code --restatement}. */
@Command(
        name = "cost-report",
        mixinStandardHelpOptions = true,
        description = "Writes what the cloud cost in billing periods, grouped by what is asked.")
final class CostReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "P",
            description = "a billing period, as 2026-08, or several, as 2026-08..2026-10")
    private String period;

    @Option(
            names = "--group-by",
            split = ",",
            paramLabel = "KEY",
            description =
                    "date, month, account, service, region, usage_type, charge_type, resource, team, domain, environment,"
                            + " cluster, namespace, workload, tag:<key>")
    private List<String> groupBy = List.of();

    @Option(
            names = "--metric",
            paramLabel = "M",
            defaultValue = "amortized",
            description = "unblended, amortized, net_amortized or list")
    private String metric;

    @Option(names = "--restatement", description = "what the last delivery of the period changed instead")
    private boolean restatement;

    @Option(names = "--format", paramLabel = "F", defaultValue = "csv", description = "csv or json")
    private String format;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    CostReportCommand() {}

    @Override
    public Integer call() {
        Periods periods = Periods.of(period);
        if (restatement && !periods.from().equals(periods.to())) {
            throw unusable("--restatement is of one period; --period says " + period);
        }
        List<ReportKey> keys = groupBy.stream().map(CostReportCommand::key).toList();
        Metric wanted = Metric.of(metric)
                .orElseThrow(() -> unusable("--metric " + metric + " is none; there are "
                        + Arrays.stream(Metric.values()).map(Metric::code).collect(Collectors.joining(", "))));
        ReportFormat written = ReportFormat.of(format);
        try (Platform platform = Platform.start()) {
            CostReports reports = platform.the(CostReports.class);
            String[] columns = columns(restatement ? ChargeScan.RESTATED_BY : keys);
            written.write(output, spec.commandLine().getOut(), columns, rows -> {
                if (restatement) {
                    reports.restatement(periods.from(), row -> rows.row(cells(row)));
                } else {
                    reports.report(
                            periods.from(), periods.to(), new CostQuestion(keys, wanted), row -> rows.row(cells(row)));
                }
            });
            return Comanda.DONE;
        }
    }

    private static String[] columns(List<ReportKey> keys) {
        List<String> columns =
                new ArrayList<>(keys.stream().map(ReportKey::code).toList());
        columns.addAll(List.of("cost", "currency"));
        return columns.toArray(String[]::new);
    }

    private static @Nullable Object[] cells(CostRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        row.keys().forEach(each -> cells.add(each.isEmpty() ? null : each));
        cells.add(row.cost().toPlainString());
        cells.add(row.currency());
        return cells.toArray();
    }

    private static ReportKey key(String code) {
        return ReportKey.of(code.strip())
                .orElseThrow(() -> unusable("--group-by " + code + " is no key; see cost-report --help"));
    }

    private static OpsException unusable(String message) {
        return new OpsException(ErrorCode.UNUSABLE_ARGUMENT, message);
    }
}
