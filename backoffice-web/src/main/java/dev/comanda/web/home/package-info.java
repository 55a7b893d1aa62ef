/** What needs somebody today. It must not know how anything is reconciled. */
@NullMarked
package dev.comanda.web.home;

import org.jspecify.annotations.NullMarked;
