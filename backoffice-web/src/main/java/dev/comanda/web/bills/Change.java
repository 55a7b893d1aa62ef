package dev.comanda.web.bills;

import dev.comanda.cost.charge.CostRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery changed of the cost of an account and service on a day.
 *
 * @param date in UTC; null where the bill says none
 * @param cost amortised, new less old
 */
record Change(String account, String service, @Nullable LocalDate date, BigDecimal cost, String currency) {

    static Change of(CostRow row) {
        String date = row.keys().get(2);
        return new Change(
                row.keys().get(0),
                row.keys().get(1),
                date.isEmpty() ? null : LocalDate.parse(date),
                row.cost(),
                row.currency());
    }
}
