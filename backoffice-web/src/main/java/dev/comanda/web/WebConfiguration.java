package dev.comanda.web;

import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.approval.persistence.JooqProposals;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.persistence.JooqCases;
import dev.comanda.ops.casework.persistence.JooqCasework;
import dev.comanda.ops.casework.persistence.JooqTimeline;
import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.persistence.JooqDisputes;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.PastDecisions;
import dev.comanda.ops.decision.PolicyHistory;
import dev.comanda.ops.decision.persistence.JooqCaseResolutions;
import dev.comanda.ops.decision.persistence.JooqPastDecisions;
import dev.comanda.ops.decision.persistence.JooqPolicyHistory;
import dev.comanda.ops.decision.persistence.WithinTransaction;
import dev.comanda.ops.identity.Users;
import dev.comanda.ops.identity.persistence.JooqUsers;
import dev.comanda.ops.ingest.RawRecords;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.persistence.InboxRawRecords;
import dev.comanda.ops.ingest.persistence.JooqReplays;
import dev.comanda.ops.ingest.persistence.JooqSourceViews;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import dev.comanda.ops.jobcontrol.persistence.JooqRunRequests;
import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.PolicyTrial;
import dev.comanda.ops.policy.Team;
import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliationViews;
import dev.comanda.web.cases.Teams;
import java.time.Clock;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the read models behind the pages; the only place of the web that names them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Users users(DSLContext database) {
        return new JooqUsers(database);
    }

    @Bean
    NightViews nightViews(DSLContext database) {
        return new JooqNightViews(database);
    }

    @Bean
    RunRequests runRequests(DSLContext database, Clock clock) {
        return new JooqRunRequests(database, clock);
    }

    @Bean
    Cases cases(DSLContext database, Clock clock) {
        return new JooqCases(database, clock);
    }

    @Bean
    Teams teams() {
        return new Teams(Arrays.stream(Team.values()).map(Team::name).toList());
    }

    @Bean
    Casework casework(DSLContext database, Teams teams, Clock clock) {
        return new JooqCasework(database, teams.codes(), clock);
    }

    @Bean
    Proposals proposals(DSLContext database, Clock clock) {
        return new JooqProposals(database, clock);
    }

    @Bean
    CaseResolutions caseResolutions(DSLContext database, Clock clock) {
        WithinTransaction within = new WithinTransaction(
                sql -> new JooqCases(sql, clock),
                sql -> new JooqTimeline(sql, clock),
                sql -> new JooqProposals(sql, clock));
        return new JooqCaseResolutions(database, within, clock);
    }

    @Bean
    PastDecisions pastDecisions(DSLContext database) {
        return new JooqPastDecisions(database);
    }

    @Bean
    Disputes disputes(DSLContext database, Teams teams, Clock clock) {
        JooqDisputes.Within within = new JooqDisputes.Within(
                sql -> new JooqCasework(sql, teams.codes(), clock), sql -> new JooqTimeline(sql, clock));
        return new JooqDisputes(database, within, clock);
    }

    @Bean
    Policies policies() {
        return Policies.shipped(new DmnPolicyEngine());
    }

    @Bean
    PolicyTrial policyTrial() {
        return new PolicyTrial(new DmnPolicyEngine());
    }

    @Bean
    PolicyHistory policyHistory(DSLContext database) {
        return new JooqPolicyHistory(database);
    }

    @Bean
    SourceViews sourceViews(DSLContext database) {
        return new JooqSourceViews(database);
    }

    @Bean
    Replays replays(DSLContext database, Clock clock) {
        return new JooqReplays(database, clock);
    }

    @Bean
    RawRecords rawRecords(DSLContext database) {
        return new InboxRawRecords(database);
    }

    @Bean
    ReconciliationViews reconciliationViews(DSLContext database) {
        return new JooqReconciliationViews(database);
    }
}
