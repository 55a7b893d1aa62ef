/**
 * What is decided without a person: policies, which are DMN decision tables, and what they say in given circumstances. It
 * knows neither breaks nor cases nor who asks; a cause is a word to it. It stores nothing, and the engine that evaluates the
 * tables is named in the package below alone.
 */
@NullMarked
package dev.comanda.ops.policy;

import org.jspecify.annotations.NullMarked;
