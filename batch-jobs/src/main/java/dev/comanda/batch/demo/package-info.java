/** A marketplace to look at on the first start: simulated, then run like any other night. It knows no pages. */
@NullMarked
package dev.comanda.batch.demo;

import org.jspecify.annotations.NullMarked;
