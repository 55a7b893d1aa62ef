/** Reads rejects again that somebody asked for. It must not know who asks, nor what the events mean. See docs/feeds.md. */
@NullMarked
package dev.comanda.batch.replay;

import org.jspecify.annotations.NullMarked;
