package dev.comanda.cost.focus;

import dev.comanda.cost.focus.FocusDataset.Written;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Function;

/** Where datasets lie, one per billing period. */
public interface FocusPlace {

    /**
     * Puts the dataset of a period in the place of the one before it, in one step; where writing fails the one before it stays. Other
     * periods, and what else lies there, are not touched.
     *
     * @param id the same for the same content
     * @param write writes into a folder that is there, and is empty
     */
    Written replace(YearMonth period, String id, Function<Path, Written> write);
}
