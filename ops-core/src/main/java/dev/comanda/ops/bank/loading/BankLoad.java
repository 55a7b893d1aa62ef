package dev.comanda.ops.bank.loading;

import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.completeness.loading.Reach;
import dev.comanda.ops.copy.CopyTarget;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** The records of one bank file, copied within the caller's transaction; {@link #finish} once all are there. */
public final class BankLoad {

    private final CopyManager copies;
    private final long sourceId;
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final Map<String, LocalDate> lastBookings = new HashMap<>();
    private final CopyTarget statements;
    private final CopyTarget entries;
    private final CopyTarget returns;

    public BankLoad(CopyManager copies, long sourceId) {
        this.copies = copies;
        this.sourceId = sourceId;
        this.statements = new CopyTarget(
                copies,
                "bank.statement (source_id, ordinal, account_id, statement_ref, sequence_number, from_date, to_date,"
                        + " currency, opening, closing, booked_sum, first_entry)");
        this.entries = new CopyTarget(
                copies,
                "bank.entry (source_id, position, part, statement_ordinal, account_id, currency, amount, booking_date,"
                        + " value_date, end_to_end_id, servicer_reference, remittance_text)");
        this.returns = new CopyTarget(
                copies,
                "bank.payout_return (source_id, position, document_number, amount, currency, business_date,"
                        + " occurrences, outcome)");
    }

    public void add(BankStatement statement) {
        if (statement.to() != null) {
            lastDays.merge(statement.account(), statement.to(), BankLoad::later);
        }
        statements
                .add(sourceId)
                .add(statement.index())
                .add(statement.account())
                .add(statement.statementId())
                .add(statement.sequenceNumber())
                .add(statement.from())
                .add(statement.to())
                .add(statement.currency())
                .add(statement.opening())
                .add(statement.closing())
                .add(statement.bookedSum())
                .add(statement.firstEntryOrdinal())
                .end();
    }

    public void add(BankEntry entry) {
        lastBookings.merge(entry.account(), entry.bookingDate(), BankLoad::later);
        entries.add(sourceId)
                .add(entry.ordinal())
                .add(entry.part())
                .add(entry.statementIndex())
                .add(entry.account())
                .add(entry.currency())
                .add(entry.amount())
                .add(entry.bookingDate())
                .add(entry.valueDate())
                .add(entry.endToEndId())
                .add(entry.servicerReference())
                .add(entry.remittanceText())
                .end();
    }

    public void add(PayoutReturn answer) {
        returns.add(sourceId)
                .add(answer.line())
                .add(answer.documentNumber())
                .add(answer.amount())
                .add(answer.currency())
                .add(answer.effectiveDate())
                .add(String.join(" ", answer.occurrences()))
                .add(answer.outcome())
                .end();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public void finish() {
        statements.flush();
        entries.flush();
        returns.flush();
        // A statement that does not say to which day it goes, goes to its last entry's.
        lastBookings.forEach(lastDays::putIfAbsent);
        Reach reach = new Reach(Kind.STATEMENT);
        lastDays.forEach(reach::tells);
        reach.finish(copies, sourceId);
    }
}
