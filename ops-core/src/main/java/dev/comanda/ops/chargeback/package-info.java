/**
 * Payments that a customer's bank took back: until when each can be contested, with what evidence, and how it ended. It knows cases,
 * and nothing of who decides on them.
 */
@NullMarked
package dev.comanda.ops.chargeback;

import org.jspecify.annotations.NullMarked;
