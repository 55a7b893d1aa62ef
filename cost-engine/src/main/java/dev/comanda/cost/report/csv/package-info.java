/** Reports as files for spreadsheets. */
@NullMarked
package dev.comanda.cost.report.csv;

import org.jspecify.annotations.NullMarked;
