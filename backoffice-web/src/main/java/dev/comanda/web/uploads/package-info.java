/** Uploads that are larger than is read at all: their forms answer and say so. */
@NullMarked
package dev.comanda.web.uploads;

import org.jspecify.annotations.NullMarked;
