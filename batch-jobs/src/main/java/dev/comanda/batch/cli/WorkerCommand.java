package dev.comanda.batch.cli;

import dev.comanda.batch.ingest.InboxLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code worker}: lives until it is told to end. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Runs what people ask for in the backoffice, and the nights of the schedule, until it is ended.")
final class WorkerCommand implements Callable<Integer> {

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "what scheduled nights read: a folder, or s3://bucket/prefix")
    private @Nullable InboxLocation inbox;

    @Option(
            names = "--schedule",
            paramLabel = "CRON",
            description =
                    "when to run the night of the day before, in Sao Paulo time: second, minute, hour, day of month,"
                            + " month, day of week, as \"0 30 3 * * *\"; none where it is left out")
    private @Nullable String schedule;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    WorkerCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        List<String> settings = new ArrayList<>(List.of("--comanda.worker=true"));
        if (inbox != null) {
            Folders.checkReadable(inbox, "--inbox");
            settings.add("--comanda.inbox=" + inbox);
        }
        if (schedule != null) {
            settings.add("--comanda.schedule=" + schedule);
        }
        try (Platform platform = Platform.start(settings)) {
            platform.awaitEnd();
            return Comanda.DONE;
        }
    }
}
