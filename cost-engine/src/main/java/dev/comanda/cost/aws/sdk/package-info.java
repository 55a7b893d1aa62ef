/** Says in words of ours what the AWS SDK reports. */
@NullMarked
package dev.comanda.cost.aws.sdk;

import org.jspecify.annotations.NullMarked;
