/** Who comes in, and what they may do. It must not know any page but the sign-in. */
@NullMarked
package dev.comanda.web.signin;

import org.jspecify.annotations.NullMarked;
