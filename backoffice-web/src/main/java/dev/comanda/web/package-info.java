/**
 * What people see and do: pages, forms, exports and approvals. It must not know SQL or business rules, and not one
 * class of the jobs: it asks for a run by a job request and reads the progress from the database.
 */
@NullMarked
package dev.comanda.web;

import org.jspecify.annotations.NullMarked;
