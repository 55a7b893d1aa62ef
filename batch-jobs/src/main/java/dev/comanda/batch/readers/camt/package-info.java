/**
 * Reads end-of-day statements in ISO 20022 XML, camt.053 versions 02 to 08.
 *
 * <p>With the JDK's StAX parser, not with a library of message classes: those hold the whole file as an object tree, and
 * a statement may be larger than memory. Document types and entities are refused. Knows no other camt message.
 */
@NullMarked
package dev.comanda.batch.readers.camt;

import org.jspecify.annotations.NullMarked;
