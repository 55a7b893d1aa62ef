package dev.comanda.ops.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the ledger holds. */
public interface Ledger {

    /** Every account that was moved up to the end of the date, its parties summed; by legal entity, account and currency. */
    List<AccountBalance> trialBalance(LocalDate businessDate);

    /** The parties of one account, in the same sense. */
    List<AccountBalance> balancesByParty(String account, LocalDate businessDate);

    AccountStatement statement(AccountStatement.Query query);

    Optional<Journal> journal(UUID id);

    /** The journals that take something back of this one, in the order of their dates. */
    List<UUID> correctionsOf(UUID journal);

    /** What was posted on the date, by currency. */
    List<PostedSum> postedOn(LocalDate businessDate);

    /** The proofs of the date, by legal entity, account, party and currency; empty where it was not posted. */
    List<Proof> proofs(LocalDate businessDate);

    /**
     * The transfers of the date, sorted as text by what is exported of them.
     *
     * @throws dev.comanda.ops.error.OpsException with {@code NOT_FOUND} where the date was not posted
     */
    void export(LocalDate businessDate, Consumer<JournalRow> rows);
}
