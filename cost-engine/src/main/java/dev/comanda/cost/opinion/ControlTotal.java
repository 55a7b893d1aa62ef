package dev.comanda.cost.opinion;

import java.math.BigDecimal;

/**
 * What Cost Explorer says that a service cost in a month.
 *
 * @param service as Cost Explorer calls it
 * @param unblended as invoiced
 * @param amortized commitments spread over their time
 */
public record ControlTotal(String service, BigDecimal unblended, BigDecimal amortized, String currency) {}
