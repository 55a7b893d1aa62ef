package dev.comanda.web.ledger;

import dev.comanda.ops.ledger.AccountBalance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The balances of one legal entity in one currency, each on the side where it stands. */
record TrialBalance(String legalEntity, String currency, List<Row> rows) {

    /** An account with its balance; absent on the other side. */
    record Row(String account, @Nullable BigDecimal debit, @Nullable BigDecimal credit) {

        static Row of(AccountBalance account) {
            BigDecimal balance = account.balance();
            return balance.signum() < 0
                    ? new Row(account.account(), null, balance.negate())
                    : new Row(account.account(), balance, null);
        }
    }

    private record Books(String legalEntity, String currency) {}

    static List<TrialBalance> of(List<AccountBalance> balances) {
        Map<Books, List<Row>> rows = new LinkedHashMap<>();
        for (AccountBalance each : balances) {
            rows.computeIfAbsent(new Books(each.legalEntity(), each.currency()), books -> new ArrayList<>())
                    .add(Row.of(each));
        }
        return rows.entrySet().stream()
                .map(books -> new TrialBalance(
                        books.getKey().legalEntity(), books.getKey().currency(), List.copyOf(books.getValue())))
                .toList();
    }

    public BigDecimal debits() {
        return rows.stream().map(Row::debit).filter(amount -> amount != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal credits() {
        return rows.stream().map(Row::credit).filter(amount -> amount != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isBalanced() {
        return debits().compareTo(credits()) == 0;
    }
}
