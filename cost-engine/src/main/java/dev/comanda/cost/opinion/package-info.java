/** What somebody else says the cloud cost: AWS Cost Explorer as a control total of the published bill, never as its source. */
@NullMarked
package dev.comanda.cost.opinion;

import org.jspecify.annotations.NullMarked;
