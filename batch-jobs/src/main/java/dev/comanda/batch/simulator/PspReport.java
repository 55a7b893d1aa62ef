package dev.comanda.batch.simulator;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One file of a PSP, for one day. */
sealed interface PspReport permits AdyenReport, StripeReport, DlocalReport, PixReport {

    String path();

    /** Writes a row and returns the reference it is exported under. */
    String add(SettlementRow row) throws IOException;

    /**
     * Ends the file.
     *
     * @param misstated hundredths that the file claims beyond what its rows sum to
     * @return the payout that the file states, if it does
     */
    @Nullable
    PspPayout finish(long misstated) throws IOException;
}
