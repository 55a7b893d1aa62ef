/**
 * What the ordering, restaurant and courier services tell us: one record per event type of the feeds, and the keys that
 * make a repeated delivery harmless. It must not know how an event arrived (file, broker) nor how it was written (JSON).
 */
@NullMarked
package dev.comanda.ops.marketplace;

import org.jspecify.annotations.NullMarked;
