/** What the page of a chargeback's case shows of its dispute, and contesting it. */
@NullMarked
package dev.comanda.web.chargebacks;

import org.jspecify.annotations.NullMarked;
