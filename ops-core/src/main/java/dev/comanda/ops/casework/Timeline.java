package dev.comanda.ops.casework;

import java.util.UUID;

/** Writes what people did to the timelines of cases and to the audit trail; it stays there for ever. */
public interface Timeline {

    /**
     * @param kind what happened, such as CLOSED
     * @param detail as {@link TimelineEntry} says it
     */
    void tell(UUID id, String person, String kind, String detail);
}
