package dev.comanda.batch.ingest;

/** Something's place in an order in which others go before it. */
@FunctionalInterface
interface Turn {

    /**
     * Waits until all that come before are done. It may be asked again.
     *
     * @throws Lanes.BrokenOff if one of them failed: it will never be this one's turn
     */
    void await();
}
