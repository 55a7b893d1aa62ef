package dev.comanda.batch.nightly;

import dev.comanda.batch.database.DatabaseFaults;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.ops.close.Closes;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.jobcontrol.claiming.NightClaim;
import dev.comanda.ops.reconciliation.Reconciliations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Starts nights. A night that was killed is taken up where it stopped; one that is complete is run again as a further attempt
 * at the same date. The claim in our own table, not the job repository, keeps two processes apart.
 */
@Component
public class Nights {

    private final JobOperator operator;
    private final JobRepository jobs;
    private final Job nightly;
    private final DataSource dataSource;
    private final Reconciliations reconciliations;
    private final Closes closes;
    private final Clock clock;

    Nights(
            JobOperator operator,
            JobRepository jobs,
            Job nightly,
            DataSource dataSource,
            Reconciliations reconciliations,
            Closes closes,
            Clock clock) {
        this.operator = operator;
        this.jobs = jobs;
        this.nightly = nightly;
        this.dataSource = dataSource;
        this.reconciliations = reconciliations;
        this.closes = closes;
        this.clock = clock;
    }

    /**
     * Runs the night of a date and waits for its end.
     *
     * @param inbox what to read first; null where only what was read is to be reconciled
     * @param only the one reconciliation to run; null for all
     * @throws OpsException {@code DATE_ALREADY_PASSED}, {@code RUN_IN_PROGRESS}, or what the night failed of
     */
    public void run(LocalDate businessDate, @Nullable InboxLocation inbox, @Nullable String only) {
        refusePast(businessDate);
        refuseSignedOff(businessDate);
        try (NightClaim claim = NightClaim.take(dataSource, businessDate, clock)) {
            try {
                JobExecution execution = execute(businessDate, inbox, only);
                @Nullable RuntimeException failure = failureOf(execution, businessDate);
                claim.end(failure == null ? null : failure.getMessage());
                if (failure != null) {
                    throw failure;
                }
            } catch (JobExecutionException e) {
                claim.end(e.getMessage());
                throw new OpsException(
                        ErrorCode.RUN_IN_PROGRESS, "the night of " + businessDate + " could not be started", e);
            }
        }
    }

    private void refusePast(LocalDate businessDate) {
        reconciliations
                .lastPublished()
                .filter(last -> last.isAfter(businessDate))
                .ifPresent(last -> {
                    throw new OpsException(
                            ErrorCode.DATE_ALREADY_PASSED,
                            "%s cannot be run: %s is published already, and only that date or a later one can be run"
                                    .formatted(businessDate, last));
                });
    }

    private void refuseSignedOff(LocalDate businessDate) {
        closes.lastSignedOff().filter(last -> !last.isBefore(businessDate)).ifPresent(last -> {
            throw new OpsException(
                    ErrorCode.DATE_ALREADY_PASSED,
                    "%s cannot be run: the books are signed off up to %s; run a later date, which takes what came late, or have %s reopened"
                            .formatted(businessDate, last, businessDate));
        });
    }

    private JobExecution execute(LocalDate businessDate, @Nullable InboxLocation inbox, @Nullable String only)
            throws JobExecutionException {
        long attempt = attemptAfter(businessDate);
        JobExecution last = attempt == 1 ? null : lastExecution(businessDate, attempt - 1);
        if (last != null && last.isRunning()) {
            // The claim is ours, so its process is dead.
            last = operator.recover(last);
        }
        if (last != null && last.getStatus() != BatchStatus.COMPLETED && isSameWork(last, inbox, only)) {
            return operator.restart(last);
        }
        return operator.start(nightly, parameters(businessDate, inbox, only, attempt));
    }

    /** Each run of a date is an instance of its own, numbered from 1. */
    private long attemptAfter(LocalDate businessDate) {
        long attempt = 1;
        while (jobs.getJobInstance(nightly.getName(), parameters(businessDate, null, null, attempt)) != null) {
            attempt++;
        }
        return attempt;
    }

    private @Nullable JobExecution lastExecution(LocalDate businessDate, long attempt) {
        return jobs.getLastJobExecution(nightly.getName(), parameters(businessDate, null, null, attempt));
    }

    private static boolean isSameWork(JobExecution last, @Nullable InboxLocation inbox, @Nullable String only) {
        JobParameters before = last.getJobParameters();
        return Objects.equals(before.getString(NightParameters.INBOX), inbox == null ? null : inbox.toString())
                && Objects.equals(before.getString(NightParameters.ONLY), only);
    }

    private static JobParameters parameters(
            LocalDate businessDate, @Nullable InboxLocation inbox, @Nullable String only, long attempt) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addLocalDate(NightParameters.BUSINESS_DATE, businessDate)
                .addLong(NightParameters.ATTEMPT, attempt);
        if (inbox != null) {
            parameters.addString(NightParameters.INBOX, inbox.toString(), false);
        }
        if (only != null) {
            parameters.addString(NightParameters.ONLY, only, false);
        }
        return parameters.toJobParameters();
    }

    private static @Nullable RuntimeException failureOf(JobExecution execution, LocalDate businessDate) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return null;
        }
        for (Throwable failure : execution.getAllFailureExceptions()) {
            if (failure instanceof RuntimeException known) {
                return DatabaseFaults.of(known)
                        .map(RuntimeException.class::cast)
                        .orElse(known);
            }
        }
        return new OpsException(
                ErrorCode.RUN_UNFINISHED,
                "the night of %s ended %s; start it again and it goes on where it stopped"
                        .formatted(businessDate, execution.getStatus()));
    }
}
