package dev.comanda.cost.imports;

import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The deliveries that are shown, one per period. */
public interface PublishedBills {

    Optional<PublishedDelivery> find(YearMonth period);

    /** All of them, oldest first. */
    List<PublishedDelivery> all();

    /** Those from one period to another, both included, oldest first. */
    List<PublishedDelivery> between(YearMonth from, YearMonth to);

    /**
     * Shows a delivery in place of the one before it, in one step.
     *
     * @param replaces what was shown when the delivery was compared; where another one is shown now, nothing is published
     * @param restatement what it changes: account, service and date, with the amortised difference
     * @param allocated the same delivery, with owners
     */
    PublishedDelivery publish(
            Delivery delivery,
            Totals totals,
            Optional<PublishedDelivery> replaces,
            List<CostRow> restatement,
            AllocatedBill allocated);

    /**
     * Shows the delivery that is shown with other owners, in one step.
     *
     * @param shown where another one is shown now, nothing changes
     */
    PublishedDelivery reallocate(PublishedDelivery shown, AllocatedBill allocated);

    /** What the delivery that is shown changed of the one before it, sorted by account, service and date. */
    void restatement(YearMonth period, Consumer<CostRow> rows);
}
