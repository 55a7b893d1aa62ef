package dev.comanda.ops.casework;

import dev.comanda.ops.calendar.BusinessHours;
import java.time.Instant;
import java.time.LocalDate;

/** Until when people must have decided. */
public final class ServiceLevel {

    private ServiceLevel() {}

    /** The due moment of a case that a night hands over: counted from when people begin to work after it. */
    public static Instant dueAfter(LocalDate night, Priority priority) {
        return BusinessHours.after(BusinessHours.firstAfter(night), priority.serviceLevel());
    }

    /** The due moment of a case that is handed over now. */
    public static Instant dueFrom(Instant now, Priority priority) {
        return BusinessHours.after(now, priority.serviceLevel());
    }
}
