package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.VERSION;

import dev.comanda.ops.copy.TemporaryTables;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.decision.Decisions;
import dev.comanda.ops.policy.Action;
import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.policy.PolicyVersion;
import dev.comanda.ops.policy.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Decides in PostgreSQL: sets of cases go out as distinct circumstances and come back as verdicts. */
public final class JooqDecisions implements Decisions {

    private static final String OPENED =
            """
            with night as (select ?::date as date, ?::timestamptz as now)
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select c.case_id, night.now, night.date, 'OPENED', c.cause
            from night join casework.work_case c on c.opened_on = night.date
            """;

    private final DSLContext database;
    private final Policies policies;
    private final Clock clock;

    public JooqDecisions(DSLContext database, Policies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public CaseTally decide(LocalDate businessDate) {
        database.transaction(transaction -> decide(businessDate, transaction));
        return new JooqCaseTallies(database).of(businessDate);
    }

    private void decide(LocalDate businessDate, Configuration transaction) {
        DSLContext sql = TemporaryTables.create(transaction, List.of("verdict_on_case"));
        Night night = new Night(sql, businessDate, OffsetDateTime.now(clock));
        new EarlierDecisions(night).takeBack();
        new BreakCases(night).open();
        new FindingCases(night).open();
        new RejectCases(night).open();
        night.execute(OPENED);
        new PeoplesWork(night).publish();
        Rulings rulings = new Rulings(night);
        rulings.copy(
                answered(night), verdict -> policies.version(verdict.policy()).contentId());
        keepVersions(night);
        rulings.apply();
        rulings.prioritise();
    }

    /** Where the day's room for write-offs is used up, the policy is asked again knowing it. */
    private List<Answer> answered(Night night) {
        List<OpenQuestion> questions = new OpenQuestions(night).all();
        Map<Circumstances, Verdict> verdicts = policies.decide(
                questions.stream().map(OpenQuestion::circumstances).collect(Collectors.toSet()));
        WriteOffRoom room = WriteOffRoom.on(night);
        return questions.stream()
                .map(question -> new Answer(question, verdictOn(question, verdicts)))
                .map(answer -> answer.verdict().action() == Action.WRITE_OFF && !room.take(answer.question())
                        ? withoutRoom(answer.question())
                        : answer)
                .toList();
    }

    private static Verdict verdictOn(OpenQuestion question, Map<Circumstances, Verdict> verdicts) {
        return Objects.requireNonNull(verdicts.get(question.circumstances()), "every question is answered");
    }

    private Answer withoutRoom(OpenQuestion question) {
        OpenQuestion again = question.whereTheCapIsUsed();
        return new Answer(again, policies.decide(again.circumstances()));
    }

    private void keepVersions(Night night) {
        for (PolicyTable table : policies.tables()) {
            PolicyVersion version = policies.version(table.key());
            night.sql()
                    .insertInto(VERSION)
                    .set(VERSION.VERSION_ID, version.contentId())
                    .set(VERSION.POLICY, version.key())
                    .set(VERSION.LABEL, version.label())
                    .set(VERSION.DMN, table.dmn())
                    .set(
                            VERSION.EXPLANATIONS,
                            JSONB.valueOf(policies.explanations(table.key()).toJson()))
                    .set(VERSION.FIRST_USED_ON, night.businessDate())
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
