/** Claims and states of runs, held by the database so that they hold between processes. */
@NullMarked
package dev.comanda.ops.jobcontrol.claiming;

import org.jspecify.annotations.NullMarked;
