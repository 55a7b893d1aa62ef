/** What came in and what was refused. It must not know any format. */
@NullMarked
package dev.comanda.web.sources;

import org.jspecify.annotations.NullMarked;
