/** What is asked of the charge lines of bills, whatever engine reads them. */
@NullMarked
package dev.comanda.cost.scan;

import org.jspecify.annotations.NullMarked;
