package dev.comanda.cost.opinion;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Stands where nobody said that Cost Explorer may be asked. */
public final class UnaskedCostExplorer implements CostExplorer {

    @Override
    public List<ControlTotal> totals(YearMonth period) {
        throw unasked();
    }

    @Override
    public List<Forecast> forecast(LocalDate today, YearMonth last) {
        throw unasked();
    }

    @Override
    public List<Anomaly> anomalies(LocalDate from, LocalDate to) {
        throw unasked();
    }

    @Override
    public List<Commitment> commitments(YearMonth period) {
        throw unasked();
    }

    private static OpsException unasked() {
        return new OpsException(
                ErrorCode.UNUSABLE_ARGUMENT,
                "Cost Explorer is not asked, because each call costs money; set comanda.cost.explorer.enabled=true to ask it");
    }
}
