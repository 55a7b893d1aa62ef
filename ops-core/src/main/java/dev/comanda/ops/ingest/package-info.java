/**
 * What comes in from outside and what could not be taken of it, kept so that nothing is lost. It must not know any format,
 * nor what the records mean.
 */
@NullMarked
package dev.comanda.ops.ingest;

import org.jspecify.annotations.NullMarked;
