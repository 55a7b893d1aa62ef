package dev.comanda.batch.readers.adyen;

import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Adyen's times, which stand beside the abbreviation of their zone.
 *
 * <p>PST is always eight hours behind UTC and PDT always seven: the abbreviation says whether it is summer. Java's own
 * short ids would turn PST into Los Angeles with its summer time.
 */
final class AdyenTime {

    private static final Map<String, ZoneOffset> OFFSETS = offsets();

    private AdyenTime() {}

    static Instant of(String time, String zone) throws RefusedRecordException {
        LocalDateTime local = Dates.localTime(time, "column 'Creation Date'");
        ZoneOffset offset = OFFSETS.get(zone);
        if (offset != null) {
            return local.toInstant(offset);
        }
        if (!zone.contains("/") && !zone.contains("+") && !zone.contains("-")) {
            throw unknown(zone);
        }
        try {
            return local.atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException e) {
            throw unknown(zone);
        }
    }

    private static RefusedRecordException unknown(String zone) {
        return RefusedRecordException.violation(
                "column 'TimeZone' is %s; a zone such as UTC, PST or CEST is expected".formatted(Quoted.of(zone)));
    }

    private static Map<String, ZoneOffset> offsets() {
        Map<String, ZoneOffset> offsets = new HashMap<>();
        add(offsets, 0, "UTC", "GMT", "Z", "WET");
        add(offsets, 1, "CET", "MET", "WEST", "BST");
        add(offsets, 2, "CEST", "MEST", "EET", "SAST");
        add(offsets, 3, "EEST", "MSK");
        add(offsets, 4, "GST");
        add(offsets, 8, "SGT", "HKT", "AWST");
        add(offsets, 9, "JST", "KST");
        add(offsets, 10, "AEST");
        add(offsets, 11, "AEDT");
        add(offsets, 12, "NZST");
        add(offsets, 13, "NZDT");
        add(offsets, -2, "BRST");
        add(offsets, -3, "BRT", "ADT", "ART", "CLST");
        add(offsets, -4, "EDT", "AST", "AMT", "CLT");
        add(offsets, -5, "EST", "CDT", "COT", "PET");
        add(offsets, -6, "CST", "MDT");
        add(offsets, -7, "MST", "PDT");
        add(offsets, -8, "PST", "AKDT");
        add(offsets, -9, "AKST");
        add(offsets, -10, "HST");
        return offsets;
    }

    private static void add(Map<String, ZoneOffset> offsets, int hours, String... abbreviations) {
        for (String abbreviation : abbreviations) {
            offsets.put(abbreviation, ZoneOffset.ofHours(hours));
        }
    }
}
