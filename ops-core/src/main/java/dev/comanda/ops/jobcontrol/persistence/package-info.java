/** The tables of nights and requests; it reads the job repository's tables where they are. */
@NullMarked
package dev.comanda.ops.jobcontrol.persistence;

import org.jspecify.annotations.NullMarked;
