/** Nights that are killed, cut off, starved and lied to. Each must end as one that nobody disturbed (docs/torture.md). */
@org.jspecify.annotations.NullMarked
package dev.comanda.batch.torture;
