/**
 * What tests of all modules share: a real PostgreSQL, migrated and empty, for each test class. It must not know any
 * feature: the builders of a feature's fixtures lie in the feature's own package.
 */
@NullMarked
package dev.comanda.ops.testing;

import org.jspecify.annotations.NullMarked;
