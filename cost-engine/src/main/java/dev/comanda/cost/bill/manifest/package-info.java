/** Reads the manifests of Data Exports and of legacy Cost and Usage Reports. */
@NullMarked
package dev.comanda.cost.bill.manifest;

import org.jspecify.annotations.NullMarked;
