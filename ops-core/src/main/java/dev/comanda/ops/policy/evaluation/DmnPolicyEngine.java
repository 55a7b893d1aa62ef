package dev.comanda.ops.policy.evaluation;

import dev.comanda.ops.policy.PolicyEngine;
import dev.comanda.ops.policy.PolicyTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.evaluation.DecisionTableEvaluationHandler;
import org.operaton.bpm.engine.variable.Variables;

/** Evaluates tables with Operaton's DMN engine. It speaks FEEL and nothing else: there is no JUEL and no script in it. */
public final class DmnPolicyEngine implements PolicyEngine {

    @Override
    public RowChoice prepare(PolicyTable table) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(ParsedFeel::new);
        configuration.setElProvider(expression -> {
            throw new IllegalStateException("policies speak FEEL, not JUEL: " + expression);
        });
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalStateException("policies speak FEEL, not " + language);
        });
        configuration.getTransformer().setDataTypeTransformerRegistry(new PlainTypes());
        DmnDecision decision = parse(configuration.buildEngine(), table);
        // The engine's result names no row. Its handler's does, and keeps nothing between two evaluations.
        DecisionTableEvaluationHandler handler = new DecisionTableEvaluationHandler(configuration);
        return circumstances -> {
            DmnDecisionTableEvaluationEvent evaluated = (DmnDecisionTableEvaluationEvent) handler.evaluate(
                    decision, Variables.fromMap(circumstances.values()).asVariableContext());
            List<DmnEvaluatedDecisionRule> fired = evaluated.getMatchingRules();
            if (fired.isEmpty()) {
                throw new IllegalStateException("no row of policy " + table.key() + " fires for " + circumstances);
            }
            return fired.get(0).getId();
        };
    }

    private static DmnDecision parse(DmnEngine engine, PolicyTable table) {
        try {
            return engine.parseDecision(
                    table.key(), new ByteArrayInputStream(table.dmn().getBytes(StandardCharsets.UTF_8)));
        } catch (DmnEngineException e) {
            throw new IllegalArgumentException(
                    "policy " + table.key() + ": " + innermost(e).getMessage(), e);
        }
    }

    private static Throwable innermost(Throwable problem) {
        Throwable cause = problem.getCause();
        return cause == null ? problem : innermost(cause);
    }
}
