/** What is measured beside a floor of the same run: the import of a bill, and a night. */
@NullMarked
package dev.comanda.batch.benchmark;

import org.jspecify.annotations.NullMarked;
