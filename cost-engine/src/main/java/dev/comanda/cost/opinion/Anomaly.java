package dev.comanda.cost.opinion;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Cost that Cost Explorer did not expect.
 *
 * @param service as Cost Explorer calls it; empty where it names none
 * @param account of the first cause; empty where none is named
 * @param from its first day
 * @param to its last day
 * @param impact how much more it is than what was expected
 */
public record Anomaly(String id, String service, String account, LocalDate from, LocalDate to, BigDecimal impact) {}
