package dev.comanda.batch.worker;

import dev.comanda.batch.cost.BillImports;
import dev.comanda.batch.cost.CostAutoConfiguration;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.MissedNights;
import dev.comanda.batch.nightly.NightlyAutoConfiguration;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.replay.ReplayAutoConfiguration;
import dev.comanda.batch.replay.ReplayRun;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.jobcontrol.RunRequests;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

/**
 * Brings the worker into the backoffice, unless {@code comanda.worker=false} leaves the work to another process, and into the
 * command {@code worker}. With {@code comanda.schedule} it keeps the schedule of the nights too, and with {@code comanda.cost.source}
 * that of the bills.
 */
@AutoConfiguration(after = {CostAutoConfiguration.class, NightlyAutoConfiguration.class, ReplayAutoConfiguration.class})
@ConditionalOnProperty(name = "comanda.worker", havingValue = "true", matchIfMissing = true)
public class WorkerAutoConfiguration {

    @Bean
    @ConditionalOnProperty("comanda.schedule")
    Schedule schedule(
            @Value("${comanda.schedule}") String cron,
            @Value("${comanda.inbox:inbox}") String inbox,
            MissedNights missed,
            RunRequests requests) {
        return new Schedule(
                parsed("comanda.schedule", cron), InboxLocation.of(inbox).text(), missed, requests);
    }

    private static CronExpression parsed(String key, String cron) {
        try {
            return CronExpression.parse(cron);
        } catch (IllegalArgumentException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    key + " '" + cron
                            + "' cannot be used: write second, minute, hour, day of month, month, day"
                            + " of week, as 0 30 3 * * * (" + e.getMessage() + ")");
        }
    }

    @Bean
    Worker worker(
            DataSource dataSource, Nights nights, ReplayRun replays, ObjectProvider<Schedule> schedule, Clock clock) {
        return new Worker(dataSource, nights, replays, schedule.getIfAvailable(), clock);
    }

    /** Without a source nothing is scheduled, but what people ask for is run. */
    @Bean
    BillWorker billWorker(
            DataSource dataSource,
            BillImports imports,
            ImportRequests requests,
            RulesWork rules,
            @Value("${comanda.cost.source:}") String source,
            @Value("${comanda.cost.schedule:" + BillSchedule.EVERY_SIX_HOURS + "}") String cron,
            Clock clock) {
        boolean scheduled = !source.isBlank() && !cron.equals(Scheduled.CRON_DISABLED);
        BillSchedule schedule =
                scheduled ? new BillSchedule(parsed("comanda.cost.schedule", cron), source, requests) : null;
        return new BillWorker(dataSource, imports, rules, schedule, clock);
    }
}
