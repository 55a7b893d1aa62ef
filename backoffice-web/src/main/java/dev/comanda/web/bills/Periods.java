package dev.comanda.web.bills;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Billing periods in addresses. */
final class Periods {

    private Periods() {}

    /** The month; what is none is at no address. */
    static YearMonth of(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
