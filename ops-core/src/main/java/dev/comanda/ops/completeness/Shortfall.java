package dev.comanda.ops.completeness;

/**
 * Something that a date lacks.
 *
 * @param expectation the name of what was expected
 * @param sentence what is not there, and by when it is expected
 */
public record Shortfall(String expectation, String sentence) {}
