/** Business days of Brazilian banks. It knows no database: {@code persistence} keeps the days where SQL can count them. */
@NullMarked
package dev.comanda.ops.calendar;

import org.jspecify.annotations.NullMarked;
