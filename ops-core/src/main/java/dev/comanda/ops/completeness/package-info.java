/**
 * What must be there for a date: files of PSPs, statements of accounts, feeds that are past midnight. It knows what was
 * configured and until when each source told, and must not know files, events or what is done with them.
 */
@NullMarked
package dev.comanda.ops.completeness;

import org.jspecify.annotations.NullMarked;
