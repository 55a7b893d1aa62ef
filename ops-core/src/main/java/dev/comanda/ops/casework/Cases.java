package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads cases. */
public interface Cases {

    /**
     * Those for people come first, the most urgent one before all: by due moment, priority and money. Then those that wait, the
     * oldest first, and those that are closed, the latest first.
     */
    List<CaseView> find(CaseQuery query, int offset, int limit);

    /** How many cases a query finds, with the money at stake by currency. */
    Total total(CaseQuery query);

    /** The same of cases that somebody chose; of those that are closed nothing counts. */
    Total total(Collection<UUID> ids);

    Optional<CaseView> find(UUID id);

    /** The case for people that comes after this one; to go on without going back. */
    Optional<UUID> next(UUID id, CaseQuery query);

    /** What happened, the earliest first. */
    List<TimelineEntry> timeline(UUID id, int limit);

    List<Attachment> attachments(UUID id);

    /** The bytes of an attachment of the case. */
    Optional<byte[]> content(UUID id, long attachment);

    /** The breaks that a case is about, those that have ended too. */
    List<Long> breaks(UUID id);

    /** What is not closed, by owner and cause, with how many are overdue. */
    List<Standing> standing();

    /** What is not closed, by owner and age in business days on the date. */
    List<Ageing> ageing(LocalDate date);

    /** Cases closed by the nights of these dates, by date and cause; automatically means that nobody ever touched them. */
    List<Automation> automation(LocalDate from, LocalDate to);

    /** The causes that there are cases of, for filters. */
    List<String> causes();

    /** Who can work on cases. */
    List<Person> people();

    /** @param amounts by currency, of cases that have one */
    record Total(long cases, List<Amount> amounts) {}

    record Amount(BigDecimal amount, String currency) {}

    record Standing(String owner, String cause, long waiting, long open, long overdue, long unassigned) {}

    /** @param upTo the age of the oldest in the bucket; the last bucket has {@link Integer#MAX_VALUE} */
    record Ageing(String owner, int upTo, long cases, List<Amount> amounts) {}

    record Automation(LocalDate date, String cause, long closed, long automatically) {}

    record Person(String username, String displayName) {}
}
