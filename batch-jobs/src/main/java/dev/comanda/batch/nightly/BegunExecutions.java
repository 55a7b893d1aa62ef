package dev.comanda.batch.nightly;

import dev.comanda.ops.jobcontrol.claiming.NightClaim;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Tells whoever watches a night which execution it is, before its first step. */
record BegunExecutions(DSLContext database) implements JobExecutionListener {

    @Override
    public void beforeJob(JobExecution execution) {
        LocalDate date = execution.getJobParameters().getLocalDate(NightParameters.BUSINESS_DATE);
        NightClaim.begun(database, Objects.requireNonNull(date, "a night has a business date"), execution.getId());
    }
}
