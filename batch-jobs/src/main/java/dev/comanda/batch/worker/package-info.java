/** Runs what people asked for. It knows requests and nights, and neither pages nor what a night does. */
@NullMarked
package dev.comanda.batch.worker;

import org.jspecify.annotations.NullMarked;
