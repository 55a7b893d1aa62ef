/** Who may sign in, and with which roles. It must not know how one signs in, nor what a role allows on a page. */
@NullMarked
package dev.comanda.ops.identity;

import org.jspecify.annotations.NullMarked;
