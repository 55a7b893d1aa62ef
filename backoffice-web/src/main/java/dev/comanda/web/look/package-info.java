/** How every page shows money, times and who is signed in. It must not know any feature. */
@NullMarked
package dev.comanda.web.look;

import org.jspecify.annotations.NullMarked;
