package dev.comanda.batch.feeds;

/**
 * What a field may hold. A rule reads the value at the place, writes its canonical text, and refuses what must not be there
 * with a sentence that goes on from the field's name.
 */
@FunctionalInterface
interface FieldRule<T> {

    T read(JsonReading in);
}
