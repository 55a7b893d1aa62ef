package dev.comanda.ops.close;

import java.time.YearMonth;
import java.util.Optional;

/** Says what a month came to. */
public interface MonthEnd {

    /** Whether anything of the month was posted. */
    boolean hasPack(YearMonth month);

    /** Empty where nothing of the month was posted. */
    Optional<MonthEndPack> pack(YearMonth month);
}
