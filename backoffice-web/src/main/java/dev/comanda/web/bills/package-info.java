/** What was imported of the cloud's bill and what was refused, and asking for an import. It must not know how a bill is read. */
@NullMarked
package dev.comanda.web.bills;

import org.jspecify.annotations.NullMarked;
