/** What operations configure from outside: see docs/configuration.md. It says what, and knows nothing of who uses it. */
@NullMarked
package dev.comanda.batch.configuration;

import org.jspecify.annotations.NullMarked;
