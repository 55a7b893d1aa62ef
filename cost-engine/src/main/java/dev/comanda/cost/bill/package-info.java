/**
 * The bill as it is delivered: exports, their periods, and the manifests that say what belongs to a delivery. See
 * docs/cloud-cost.md.
 */
@NullMarked
package dev.comanda.cost.bill;

import org.jspecify.annotations.NullMarked;
