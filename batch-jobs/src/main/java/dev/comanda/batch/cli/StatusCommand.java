package dev.comanda.batch.cli;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.jobcontrol.Tables.MISSING;
import static dev.comanda.sql.jobcontrol.Tables.NIGHT;
import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.RESOLUTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the last nights, the sources that were read and what is open.")
final class StatusCommand implements Callable<Integer> {

    private static final int LAST = 10;
    private static final int MISSING_MOST = 100;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    StatusCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            DSLContext sql = platform.the(DSLContext.class);
            PrintWriter out = spec.commandLine().getOut();
            out.println("nights:");
            sql.selectFrom(NIGHT)
                    .orderBy(NIGHT.BUSINESS_DATE.desc())
                    .limit(LAST)
                    .forEach(night -> out.printf(
                            "  %s %s%s%n",
                            night.getBusinessDate(),
                            night.getStatus(),
                            night.getFailure() == null ? "" : " - " + night.getFailure()));
            sql.selectFrom(MISSING)
                    .orderBy(MISSING.BUSINESS_DATE.desc(), MISSING.EXPECTATION)
                    .limit(MISSING_MOST)
                    .forEach(missing ->
                            out.printf("  %s is incomplete: %s%n", missing.getBusinessDate(), missing.getSentence()));
            out.println("sources read last:");
            sql.selectFrom(SOURCE)
                    .orderBy(SOURCE.SOURCE_ID.desc())
                    .limit(LAST)
                    .forEach(source -> out.printf(
                            "  %s: accepted %d of %d, rejected %d%s%n",
                            source.getPath(),
                            source.getAccepted(),
                            source.getRead(),
                            source.getRejected(),
                            source.getError() == null ? "" : " - " + source.getError()));
            out.printf("open breaks: %d%n", openBreaks(sql));
            out.println("open cases:");
            sql.select(WORK_CASE.OWNER, WORK_CASE.STATUS, count())
                    .from(WORK_CASE)
                    .where(WORK_CASE.STATUS.ne("CLOSED"))
                    .groupBy(WORK_CASE.OWNER, WORK_CASE.STATUS)
                    .orderBy(WORK_CASE.OWNER, WORK_CASE.STATUS)
                    .forEach(row -> out.printf(
                            "  %s: %d %s%n",
                            row.value1(),
                            row.value3(),
                            "OPEN".equals(row.value2()) ? "for people" : "that a policy waits with"));
            return Comanda.DONE;
        }
    }

    /** One whose case is closed is open no more, though a late file may still match it. */
    private static int openBreaks(DSLContext sql) {
        return sql.fetchCount(
                BREAK,
                BREAK.ENDED_ON
                        .isNull()
                        .and(BREAK.BREAK_ID.notIn(
                                select(RESOLUTION.BREAK_ID).from(RESOLUTION).where(RESOLUTION.REOPENED_ON.isNull()))));
    }
}
