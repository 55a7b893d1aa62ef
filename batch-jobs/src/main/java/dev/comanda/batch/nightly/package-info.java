/** The night: reads the inbox, reconciles, checks the laws, publishes. See README.md beside this file. */
@NullMarked
package dev.comanda.batch.nightly;

import org.jspecify.annotations.NullMarked;
