/** What every engine is asked: from the columns of a bill to the rows of a report, as queries. */
@NullMarked
package dev.comanda.cost.scan.sql;

import org.jspecify.annotations.NullMarked;
