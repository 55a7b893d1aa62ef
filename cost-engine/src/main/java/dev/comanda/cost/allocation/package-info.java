/**
 * Who owns what the cloud costs: rules name the team, the domain and the environment of each charge, and say what many teams share. See
 * docs/allocation.md.
 */
@NullMarked
package dev.comanda.cost.allocation;

import org.jspecify.annotations.NullMarked;
