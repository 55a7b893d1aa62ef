package dev.comanda.ops.jobcontrol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the nights, their steps and the requests for runs. */
public interface NightViews {

    /** Nights by business date, the latest first. */
    List<NightView> nights(int offset, int limit);

    Optional<NightView> night(LocalDate businessDate);

    /** The latest date whose night ended well; empty before the first one. */
    Optional<LocalDate> lastCompleted();

    /** The steps of the night's last execution in their order; empty where no job repository knows them. */
    List<NightStep> steps(NightView night);

    /** What the date lacked and did not come yet, in sentences. */
    List<String> missing(LocalDate businessDate);

    /** Requests, the latest first. */
    List<RequestView> requests(int limit);
}
