/**
 * What a night published, as Parquet files for those who ask questions of many nights: partitioned by business date, the rows of
 * the exports. It reads exports and knows nothing of how they come about.
 */
@NullMarked
package dev.comanda.batch.lake;

import org.jspecify.annotations.NullMarked;
