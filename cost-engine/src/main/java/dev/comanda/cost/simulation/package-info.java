/** A bill to try things on: that of the simulated marketplace, as AWS would deliver it. It knows nothing of how bills are read. */
@NullMarked
package dev.comanda.cost.simulation;

import org.jspecify.annotations.NullMarked;
