/**
 * When and how the work runs in bulk: jobs, file and feed readers, the command line and the worker. It must not know
 * business rules, which lie in the domain modules, nor servlets.
 */
@NullMarked
package dev.comanda.batch;

import org.jspecify.annotations.NullMarked;
