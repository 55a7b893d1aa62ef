package dev.comanda.batch.nightly;

import dev.comanda.batch.configuration.ChargebackDeadlines;
import dev.comanda.batch.configuration.WriteOffs;
import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.chargeback.persistence.JooqChargebacks;
import dev.comanda.ops.decision.CaseTallies;
import dev.comanda.ops.decision.DecisionExports;
import dev.comanda.ops.decision.Decisions;
import dev.comanda.ops.decision.persistence.JooqCaseTallies;
import dev.comanda.ops.decision.persistence.JooqDecisionExports;
import dev.comanda.ops.decision.persistence.JooqDecisions;
import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts with which a night decides. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WriteOffs.class, ChargebackDeadlines.class})
class DecisionConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Policies policies() {
        return Policies.shipped(new DmnPolicyEngine());
    }

    @Bean
    Decisions decisions(DSLContext database, Policies policies, Clock clock) {
        return new JooqDecisions(database, policies, clock);
    }

    @Bean
    Chargebacks chargebacks(DSLContext database, ChargebackDeadlines deadlines, Clock clock) {
        return new JooqChargebacks(database, deadlines.all(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    CaseTallies caseTallies(DSLContext database) {
        return new JooqCaseTallies(database);
    }

    @Bean
    DecisionExports decisionExports(DSLContext database) {
        return new JooqDecisionExports(database);
    }
}
