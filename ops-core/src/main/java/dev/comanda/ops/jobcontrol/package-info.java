/** Which runs may run, which are asked for, and how they stand. It knows neither jobs nor what they do. */
@NullMarked
package dev.comanda.ops.jobcontrol;

import org.jspecify.annotations.NullMarked;
