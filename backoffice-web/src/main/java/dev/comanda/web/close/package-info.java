/**
 * Signing off dates, opening them again, and the month-end pack as a file. It alone names the libraries that write workbooks and PDF; it
 * must not know what stands in the way of a sign-off.
 */
@NullMarked
package dev.comanda.web.close;

import org.jspecify.annotations.NullMarked;
