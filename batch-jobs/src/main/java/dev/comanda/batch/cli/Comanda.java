package dev.comanda.batch.cli;

import dev.comanda.batch.database.DatabaseFaults;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The root of the command line. */
@Command(
        name = "comanda",
        description = "FinOps and backoffice automation for a food-delivery marketplace.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            NightlyCommand.class,
            IngestCommand.class,
            ImportOutstandingCommand.class,
            ReconcileCommand.class,
            ExportReconciliationCommand.class,
            ExportFindingsCommand.class,
            ExportDecisionsCommand.class,
            ExportJournalsCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            SimulateBillCommand.class,
            WorkerCommand.class,
            StatusCommand.class,
            CostImportCommand.class,
            CostAllocateCommand.class,
            CostReportCommand.class,
            CostCheckCommand.class,
            FocusExportCommand.class,
            BenchBillCommand.class,
            BenchNightCommand.class
        })
public final class Comanda {

    /** Done, also when breaks were found. */
    static final int DONE = 0;

    /** The run failed; it can be started again and goes on where it stopped. */
    static final int FAILED = 1;

    /** Arguments or configuration that cannot be used. */
    static final int UNUSABLE = 2;

    private static final Logger log = LoggerFactory.getLogger(Comanda.class);

    private Comanda() {}

    /** Runs one command; the answer is the exit status. */
    public static int run(String[] arguments) {
        List<String> words = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        split(arguments, words, settings);
        Settings.use(settings);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine commandLine = new CommandLine(new Comanda())
                .setOut(out)
                .setErr(err)
                .registerConverter(LocalDate.class, Comanda::date)
                .registerConverter(YearMonth.class, Comanda::month)
                .registerConverter(InboxLocation.class, Comanda::inbox)
                .setParameterExceptionHandler((problem, given) -> {
                    problem.getCommandLine().getErr().println(oneLine(String.valueOf(problem.getMessage())));
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, command.getErr()));
        if (words.isEmpty()) {
            commandLine.usage(err);
            return UNUSABLE;
        }
        return commandLine.execute(words.toArray(String[]::new));
    }

    /** Words like {@code --comanda.data-dir=DIR} or {@code --spring.datasource.url URL} are settings, wherever they stand. */
    private static void split(String[] arguments, List<String> words, List<String> settings) {
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            boolean isSetting =
                    word.startsWith("--comanda.") || word.startsWith("--spring.") || word.startsWith("--logging.");
            if (!isSetting) {
                words.add(word);
            } else if (word.contains("=") || i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
                settings.add(word);
            } else {
                i++;
                settings.add(word + "=" + arguments[i]);
            }
        }
    }

    private static InboxLocation inbox(String text) {
        try {
            return InboxLocation.of(text);
        } catch (OpsException | InvalidPathException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no date; write it as 2026-11-20");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no month; write it as 2026-11");
        }
    }

    private static int failed(Exception thrown, PrintWriter err) {
        Exception problem = DatabaseFaults.of(thrown).map(Exception.class::cast).orElse(thrown);
        Optional<String> unusable = UnusableSettings.sentenceOf(problem);
        if (unusable.isPresent()) {
            err.println(oneLine(unusable.get()));
            return UNUSABLE;
        }
        err.println(oneLine(problem.getMessage() == null ? problem.toString() : problem.getMessage()));
        if (problem instanceof UnusableRulesException) {
            return UNUSABLE;
        }
        if (problem instanceof OpsException known) {
            return known.code() == ErrorCode.UNUSABLE_ARGUMENT
                            || known.code() == ErrorCode.DATE_ALREADY_PASSED
                            || known.code() == ErrorCode.NOT_FOUND
                    ? UNUSABLE
                    : FAILED;
        }
        log.debug("the command failed", problem);
        return FAILED;
    }

    private static String oneLine(String message) {
        return "comanda: " + message.lines().findFirst().orElse("").strip();
    }
}
