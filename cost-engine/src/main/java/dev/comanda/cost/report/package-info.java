/** What finance asks of the published bills. */
@NullMarked
package dev.comanda.cost.report;

import org.jspecify.annotations.NullMarked;
