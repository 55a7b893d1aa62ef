/** Loads the feeds' events into the marketplace's tables: copied to staging, decided on as a set, merged as a set. */
@NullMarked
package dev.comanda.ops.marketplace.loading;

import org.jspecify.annotations.NullMarked;
