package dev.comanda.batch.cli;

import dev.comanda.batch.replay.ReplayRun;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.ReplayAttempt;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceView;
import dev.comanda.ops.ingest.SourceViews;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay --reject ID [--file F]} or {@code replay --source NAME-or-sha256}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Reads rejected events again, after what was wrong with them was fixed.")
final class ReplayCommand implements Callable<Integer> {

    private static final int LINES_AT_ONCE = 100;

    /** More sources under one name than a sentence should list. */
    private static final int MOST_NAMED = 10;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "the corrected event, to be read in place of what came; with --reject")
    private @Nullable Path file;

    /** What to replay: one reject, or all of a source. */
    static final class Which {

        @Option(names = "--reject", required = true, paramLabel = "ID", description = "the reject's number")
        private @Nullable Long reject;

        @Option(
                names = "--source",
                required = true,
                paramLabel = "NAME",
                description =
                        "the source whose rejects are all read as they came: its path in the inbox, or its SHA-256")
        private @Nullable String source;
    }

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ReplayCommand() {}

    @Override
    public Integer call() {
        byte[] corrected = corrected();
        try (Platform platform = Platform.start()) {
            Replays replays = platform.the(Replays.class);
            String actor = "command line, " + System.getProperty("user.name", "unknown");
            Replays.Outcome outcome = which.reject != null
                    ? replays.ask(which.reject, corrected, actor)
                    : replays.askForAll(sourceNamed(platform.the(SourceViews.class)), actor);
            if (outcome instanceof Replays.Asked asked) {
                platform.the(ReplayRun.class).take(asked.replay());
                print(replays, asked);
                return Comanda.DONE;
            }
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, name() + " " + sentence(((Replays.Refused) outcome).reason()));
        }
    }

    private byte @Nullable [] corrected() {
        if (file == null) {
            return null;
        }
        if (which.reject == null) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + " goes with --reject: it corrects one event");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Replays.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + " is no file that can be read", e);
        }
    }

    private long sourceNamed(SourceViews sources) {
        List<SourceView> named = sources.named(String.valueOf(which.source), MOST_NAMED);
        if (named.isEmpty()) {
            throw new OpsException(ErrorCode.NOT_FOUND, name() + " was never read; status lists what was read last");
        }
        if (named.size() > 1) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    name() + " was read with several contents; name one by its SHA-256: "
                            + named.stream().map(SourceView::sha256).collect(Collectors.joining(", ")));
        }
        return named.get(0).id();
    }

    private String name() {
        return which.reject != null ? "--reject " + which.reject : "--source " + which.source;
    }

    private static String sentence(Replays.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> "is not there";
            case NO_EVENT ->
                "is of a file that is no feed, or of a replay: send the corrected file, or replay the first"
                        + " reject";
            case CUT -> "was kept with its first 64 KiB only: have the event sent again, its id is free";
            case EMPTY -> "would send nothing: name the corrected event by --file";
            case TOO_LONG -> "would send more than 1 MiB, which no event may have";
            case WAITING -> "waits for its replay already";
            case TAKEN_UP -> "was taken up by an earlier replay";
            case NOTHING_LEFT -> "has no reject that can be replayed";
        };
    }

    private void print(Replays replays, Replays.Asked asked) {
        PrintWriter out = spec.commandLine().getOut();
        for (int from = 0; from < asked.rejects(); from += LINES_AT_ONCE) {
            for (ReplayAttempt each : replays.attemptsIn(asked.replay(), from, LINES_AT_ONCE)) {
                out.printf(
                        "reject %d: %s%s%n",
                        each.reject(),
                        each.outcome(),
                        each.reason() == null ? "" : " - " + each.reason() + ", " + each.sentence());
            }
        }
        out.flush();
    }
}
