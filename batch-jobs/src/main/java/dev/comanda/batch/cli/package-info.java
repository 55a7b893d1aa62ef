/** The command line of CONTRACTS section 5: parses words, calls the jobs, prints results, answers an exit status. */
@NullMarked
package dev.comanda.batch.cli;

import org.jspecify.annotations.NullMarked;
