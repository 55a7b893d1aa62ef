/**
 * The domain of the backoffice, one package per feature; a feature knows only the floors below its own. It must not
 * know Spring Batch, servlets, AWS or Parquet: who runs it, and where its files come from, is the callers' business.
 */
@NullMarked
package dev.comanda.ops;

import org.jspecify.annotations.NullMarked;
