package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.ApplicationAmended;
import dev.comanda.ops.marketplace.ApplicationChanges;
import java.time.Instant;

/** The data of {@code restaurant.application.amended.v1}. */
final class ApplicationAmendedRule implements FieldRule<ApplicationAmended> {

    private final Shape shape = new Shape();
    private final Field<String> applicationId = shape.required("applicationId", Rules::id);
    private final Field<Instant> amendedAt = shape.required("amendedAt", Rules::time);
    private final Field<ApplicationChanges> changes = shape.required("changes", new ApplicationChangesRule());

    @Override
    public ApplicationAmended read(JsonReading in) {
        int start = in.canonical.bytes().size();
        Values values = shape.read(in);
        return new ApplicationAmended(
                values.get(applicationId),
                values.get(amendedAt),
                values.get(changes),
                in.canonical.bytes().text(start));
    }
}
