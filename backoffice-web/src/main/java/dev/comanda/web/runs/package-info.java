/** The nights, and asking for one. It must not know what a night does. */
@NullMarked
package dev.comanda.web.runs;

import org.jspecify.annotations.NullMarked;
