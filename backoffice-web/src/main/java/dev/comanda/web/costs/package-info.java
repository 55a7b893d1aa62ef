/** What the cloud cost, by whatever it is asked, down to the rule and the lines of the bill. */
@NullMarked
package dev.comanda.web.costs;

import org.jspecify.annotations.NullMarked;
