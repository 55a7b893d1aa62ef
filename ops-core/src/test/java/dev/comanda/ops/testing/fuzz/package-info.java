/**
 * Damages files and holds the readers to their laws. Knows no reader: a test hands one over as a {@link
 * dev.comanda.ops.testing.fuzz.FuzzedReader}. See docs/torture.md.
 */
@NullMarked
package dev.comanda.ops.testing.fuzz;

import org.jspecify.annotations.NullMarked;
