/** The feeds as they come from Kafka: the same parser and the same load as for files, batch by batch. See docs/feeds.md. */
@NullMarked
package dev.comanda.batch.stream;

import org.jspecify.annotations.NullMarked;
