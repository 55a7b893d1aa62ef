package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads cases. */
public interface Cases {

    /** The most urgent first: by due moment, priority and money; those that wait or are closed after those for people. */
    List<CaseView> find(CaseQuery query, int offset, int limit);

    /** How many cases a query finds, with the money at stake by currency. */
    Total total(CaseQuery query);

    Optional<CaseView> find(UUID id);

    /** The case that comes after this one in the queue of people; to go on without going back. */
    Optional<UUID> next(UUID id, CaseQuery query);

    /** What happened, the earliest first. */
    List<TimelineEntry> timeline(UUID id, int limit);

    List<Attachment> attachments(UUID id);

    /** The bytes of an attachment of the case. */
    Optional<byte[]> content(UUID id, long attachment);

    /** The breaks that a case is about. */
    List<Long> breaks(UUID id);

    /** What is open, by owner and cause, with how many are overdue. */
    List<Standing> standing();

    /** What is open, by owner and age in business days on the date. */
    List<Ageing> ageing(LocalDate date);

    /** Cases closed on the days up to a date, by day and cause; automatically means without a person and never reopened. */
    List<Automation> automation(LocalDate from, LocalDate to);

    /** The causes and owners that there are cases of, for filters. */
    List<String> causes();

    /** @param amounts by currency, of cases that have one */
    record Total(long cases, List<Amount> amounts) {}

    record Amount(BigDecimal amount, String currency) {}

    record Standing(String owner, String cause, long waiting, long open, long overdue, long unassigned) {}

    /** @param upTo the age of the oldest in the bucket; the last bucket has {@link Integer#MAX_VALUE} */
    record Ageing(String owner, int upTo, long cases, List<Amount> amounts) {}

    record Automation(LocalDate date, String cause, long closed, long automatically) {}
}
