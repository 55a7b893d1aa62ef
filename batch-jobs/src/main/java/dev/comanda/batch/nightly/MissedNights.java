package dev.comanda.batch.nightly;

import dev.comanda.ops.jobcontrol.NightViews;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which nights are still to be run up to a date. Dates are published in their order, so a date that fails holds back those
 * after it.
 */
@Component
public class MissedNights {

    /** More than that is no catching up but a new beginning, which people do date by date. */
    static final int MOST = 31;

    private final NightViews nights;

    MissedNights(NightViews nights) {
        this.nights = nights;
    }

    /**
     * The dates after the last complete night, the earliest first; before the first night ever it is the last date alone, since
     * nothing says how far back there is anything to run.
     */
    public List<LocalDate> upTo(LocalDate last) {
        LocalDate first = nights.lastCompleted().map(date -> date.plusDays(1)).orElse(last);
        if (first.isAfter(last)) {
            return List.of();
        }
        return first.datesUntil(last.plusDays(1)).limit(MOST).toList();
    }
}
