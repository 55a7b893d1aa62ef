/** Folders and buckets that bills are delivered to. */
@NullMarked
package dev.comanda.cost.bill.storage;

import org.jspecify.annotations.NullMarked;
