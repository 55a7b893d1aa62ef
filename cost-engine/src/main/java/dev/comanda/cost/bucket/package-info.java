/** Places in S3, or in a store that speaks as S3 does. */
@NullMarked
package dev.comanda.cost.bucket;

import org.jspecify.annotations.NullMarked;
