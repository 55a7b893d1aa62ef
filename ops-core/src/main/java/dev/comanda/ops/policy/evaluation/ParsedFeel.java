package dev.comanda.ops.policy.evaluation;

import camundajar.impl.scala.Tuple2;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.valuemapper.ValueMapper;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.engine.variable.context.VariableContext;

/**
 * FEEL for one table: an input expression is the name of an input, an entry a test of that input, an output a literal. Other
 * than the engine's own it
 *
 * <ul>
 *   <li>hands an input on as it is; the engine's own makes a double of every number it evaluates, and 0.10 would no longer be
 *       0.10;
 *   <li>parses an entry once, and tests it in a context without any function; the engine's own parses it again for every
 *       evaluation and builds all functions of FEEL anew for each test.
 * </ul>
 */
final class ParsedFeel implements FeelEngine {

    private static final String TESTED = "cellInput";

    private final FeelEngineBuilder builder = FeelEngineBuilder.forJava();
    private final ValueMapper values = builder.valueMapper();
    private final FeelEngineApi feel =
            builder.withEnabledExternalFunctions(false).build();
    private final FeelInterpreter interpreter = new FeelInterpreter(values);
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();
    private final Map<String, Object> literals = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The signature is the engine's.
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        return (T)
                (variables.containsVariable(text)
                        ? variables.resolve(text).getValue()
                        : literals.computeIfAbsent(text, this::literal));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String inputName, VariableContext variables) {
        ParsedExpression test = tests.computeIfAbsent(text, this::parsed);
        Object input = variables.resolve(inputName).getValue();
        EvalContext context = EvalContext.empty(values).add(new Tuple2<>(TESTED, values.toVal(input)));
        return interpreter.eval(test.expression(), context) instanceof ValBoolean holds && holds.value();
    }

    private ParsedExpression parsed(String text) {
        ParseResult result = feel.parseUnaryTests(text);
        if (result.isFailure()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return result.parsedExpression();
    }

    private Object literal(String text) {
        EvaluationResult result = feel.evaluateExpression(text, Map.of());
        if (result.isFailure()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return result.result();
    }
}
