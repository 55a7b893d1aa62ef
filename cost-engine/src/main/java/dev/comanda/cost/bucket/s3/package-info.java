/** Lists and downloads objects with the AWS SDK. */
@NullMarked
package dev.comanda.cost.bucket.s3;

import org.jspecify.annotations.NullMarked;
