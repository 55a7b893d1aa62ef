package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.Evidence;
import dev.comanda.ops.marketplace.RefundLine;

/** The records inside a refund request. */
final class RefundParts {

    static final FieldRule<RefundLine> REFUND_LINE = new RefundLineRule();
    static final FieldRule<Evidence> EVIDENCE = new EvidenceRule();

    private RefundParts() {}

    private static final class RefundLineRule implements FieldRule<RefundLine> {
        private final Shape shape = new Shape();
        private final Field<String> lineId = shape.required("lineId", Rules::id);
        private final Field<Integer> quantity = shape.required("quantity", Rules::atLeastOne);

        @Override
        public RefundLine read(JsonReading in) {
            Values values = shape.read(in);
            return new RefundLine(values.get(lineId), values.get(quantity));
        }
    }

    private static final class EvidenceRule implements FieldRule<Evidence> {
        private final Shape shape = new Shape();
        private final Field<String> kind = shape.required("kind", Rules::text);
        private final Field<String> uri = shape.required("uri", Rules::text);

        @Override
        public Evidence read(JsonReading in) {
            Values values = shape.read(in);
            return new Evidence(values.get(kind), values.get(uri));
        }
    }
}
