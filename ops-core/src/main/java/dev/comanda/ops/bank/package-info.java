/**
 * What a bank reports: statements with their balances, booked entries, and what became of payments we sent.
 *
 * <p>Plain values, the same for every bank and format. They know no file format, no database and no matching rule.
 */
@NullMarked
package dev.comanda.ops.bank;

import org.jspecify.annotations.NullMarked;
