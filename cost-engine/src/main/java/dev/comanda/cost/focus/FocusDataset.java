package dev.comanda.cost.focus;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Writes bills as FOCUS 1.2. */
public interface FocusDataset {

    /** Says which way lines are mapped; changes whenever the same bill and rules give other bytes than before. */
    String VERSION = "1";

    /**
     * What was written.
     *
     * @param files in order, one at least
     * @param rows of all files
     * @param billed the sum of BilledCost
     * @param effective the sum of EffectiveCost
     * @param list the sum of ListCost
     */
    record Written(List<Path> files, long rows, BigDecimal billed, BigDecimal effective, BigDecimal list) {

        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes the lines of a bill as Parquet: those of instances divided among the pods that ran on them, those that are shared divided
     * among who bears them. The costs of the parts of a line add up to the line's, to the last of 12 digits. The same bill and rules give
     * the same bytes.
     *
     * @param bill that was checked when it was imported
     * @param rules whose the lines are
     * @param folder that is there, for the files
     */
    Written write(PeriodFiles bill, AllocationRules rules, Path folder);
}
