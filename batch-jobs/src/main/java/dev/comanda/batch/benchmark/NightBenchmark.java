package dev.comanda.batch.benchmark;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.NightProgress;
import dev.comanda.batch.nightly.Nights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** How long a night takes, step by step, and the same night once more, which has nothing left to do. */
public final class NightBenchmark {

    private final Nights nights;
    private final NightProgress progress;
    private final DSLContext database;

    public NightBenchmark(Nights nights, NightProgress progress, DSLContext database) {
        this.nights = nights;
        this.progress = progress;
        this.database = database;
    }

    /**
     * @param inbox what was not read yet
     * @return how many records were read
     */
    public long run(LocalDate date, Path inbox, Consumer<Measured> measured) throws IOException {
        progress.startOver();
        measured.accept(Measured.of(() -> night(date, inbox)));
        long records = progress.now().records();
        steps(measured);
        progress.startOver();
        measured.accept(Measured.of(() -> night(date, inbox)));
        return records;
    }

    private String night(LocalDate date, Path inbox) {
        nights.run(date, InboxLocation.of(inbox), null);
        return "night, " + progress.now().records() + " records";
    }

    private void steps(Consumer<Measured> measured) {
        database.fetch(
                        """
                        select step_name, start_time, end_time from batch_step_execution
                        where job_execution_id = (select max(job_execution_id) from batch_job_execution)
                        order by step_execution_id
                        """)
                .forEach(step -> measured.accept(new Measured(
                        "  " + step.get(0, String.class),
                        Duration.between(step.get(1, LocalDateTime.class), step.get(2, LocalDateTime.class)),
                        Duration.ZERO,
                        0)));
    }
}
