/** Chargebacks in PostgreSQL. */
@NullMarked
package dev.comanda.ops.chargeback.persistence;

import org.jspecify.annotations.NullMarked;
