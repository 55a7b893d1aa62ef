package dev.comanda.cost.imports;

import dev.comanda.cost.bill.Delivery;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** Keeps deliveries as they came. */
public interface BillArchive {

    /**
     * Does what no other import may do beside it, in this process or another.
     *
     * @throws dev.comanda.ops.error.OpsException RUN_IN_PROGRESS where another import is under way
     */
    void alone(Runnable work);

    /**
     * Copies a delivery, whose files are here from then on.
     *
     * @throws dev.comanda.cost.bill.UnreadableBillException when it was replaced meanwhile
     */
    void keep(Delivery delivery);

    /** The files of a delivery that was kept, in its order. */
    List<Path> files(YearMonth period, String fingerprint);

    /** Removes what was kept of a period, but for the fingerprints that are still needed. */
    void forget(YearMonth period, List<String> needed);
}
