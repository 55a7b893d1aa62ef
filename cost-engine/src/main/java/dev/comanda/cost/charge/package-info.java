/** The charge line: one model for every format of a bill, and the metrics and keys that its cost is asked by. */
@NullMarked
package dev.comanda.cost.charge;

import org.jspecify.annotations.NullMarked;
