/** Asks Cost Explorer with the AWS SDK. */
@NullMarked
package dev.comanda.cost.opinion.aws;

import org.jspecify.annotations.NullMarked;
