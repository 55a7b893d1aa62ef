package dev.comanda.web.close;

import dev.comanda.ops.close.MonthEndPack;
import dev.comanda.ops.close.MonthEndPack.WriteOff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the month-end pack as a table.
 *
 * @param rows cells are text, {@code Long}, {@code BigDecimal} or {@code LocalDate}; null where there is nothing to say
 */
record PackTable(String title, List<String> columns, List<List<@Nullable Object>> rows) {

    /** The whole pack in the words of one language. */
    static List<PackTable> of(MonthEndPack pack, PackWords words) {
        return List.of(trialBalance(pack, words), openItems(pack, words), writeOffs(pack, words));
    }

    private static PackTable trialBalance(MonthEndPack pack, PackWords words) {
        return table(
                words,
                "pack.balances",
                List.of("legalEntity", "account", "account.name", "currency", "debits", "credits", "balance"),
                pack.trialBalance().stream()
                        .map(each -> row(
                                each.legalEntity(),
                                each.account(),
                                words.name("account", each.account()),
                                each.currency(),
                                each.debits(),
                                each.credits(),
                                each.balance())));
    }

    private static PackTable openItems(MonthEndPack pack, PackWords words) {
        return table(
                words,
                "pack.openItems",
                List.of("legalEntity", "account", "account.name", "party.kind", "currency", "age", "count", "balance"),
                pack.openItems().stream()
                        .map(each -> row(
                                each.legalEntity(),
                                each.account(),
                                words.name("account", each.account()),
                                words.name("party.kind", each.partyKind()),
                                each.currency(),
                                words.name("age", each.age().name()),
                                each.count(),
                                each.balance())));
    }

    private static PackTable writeOffs(MonthEndPack pack, PackWords words) {
        return table(
                words,
                "pack.writeOffs",
                List.of(
                        "date",
                        "legalEntity",
                        "case",
                        "cause",
                        "case.subject",
                        "currency",
                        "pack.amount",
                        "reason",
                        "pack.person",
                        "pack.approver"),
                pack.writeOffs().stream()
                        .map(each -> row(
                                each.businessDate(),
                                each.legalEntity(),
                                each.caseId() == null ? null : each.caseId().toString(),
                                each.cause() == null ? null : words.name("break.type", each.cause()),
                                each.subject(),
                                each.currency(),
                                each.amount(),
                                each.words() == null ? each.policyRow() : each.words(),
                                person(each, words),
                                each.approver())));
    }

    private static String person(WriteOff writeOff, PackWords words) {
        return writeOff.person() == null ? words.say("pack.policy") : writeOff.person();
    }

    private static PackTable table(
            PackWords words, String title, List<String> columns, Stream<List<@Nullable Object>> rows) {
        return new PackTable(words.say(title), columns.stream().map(words::say).toList(), rows.toList());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
