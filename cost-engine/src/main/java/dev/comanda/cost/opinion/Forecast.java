package dev.comanda.cost.opinion;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What Cost Explorer expects of a month, unblended.
 *
 * @param month the month, of the current one what is left of it
 * @param lowest what it will come to at least, in four cases of five together with {@code highest}
 */
public record Forecast(YearMonth month, BigDecimal mean, BigDecimal lowest, BigDecimal highest, String currency) {}
