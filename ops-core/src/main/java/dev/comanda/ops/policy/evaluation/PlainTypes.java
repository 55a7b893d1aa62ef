package dev.comanda.ops.policy.evaluation;

import org.operaton.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.operaton.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.operaton.bpm.engine.variable.Variables;

/** Leaves every value as it is, whatever type a column names: no number becomes a double on the way. */
final class PlainTypes implements DmnDataTypeTransformerRegistry {

    @Override
    public void addTransformer(String typeName, DmnDataTypeTransformer transformer) {
        throw new UnsupportedOperationException("values of policies stay as they are; no transformer for " + typeName);
    }

    @Override
    public DmnDataTypeTransformer getTransformer(String typeName) {
        return Variables::untypedValue;
    }
}
