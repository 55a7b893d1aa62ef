/**
 * Tells which reader a file of the inbox needs: by its folder, and bank statements by their content. Knows every reader;
 * no reader knows it.
 */
@NullMarked
package dev.comanda.batch.readers.formats;

import org.jspecify.annotations.NullMarked;
