/** Keeps the calendar's days in a table, so that SQL can count business days. */
@NullMarked
package dev.comanda.ops.calendar.persistence;

import org.jspecify.annotations.NullMarked;
