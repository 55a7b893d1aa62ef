package dev.comanda.web.cases;

import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Casework;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All open cases that a filter finds, up to a bound, to be acted on in sets. */
@Component
class MatchingCases {

    /** How many are acted on in one go. */
    static final int MOST = 1_000;

    static final int SET = Casework.MOST_AT_ONCE;

    private final Cases cases;

    MatchingCases(Cases cases) {
        this.cases = cases;
    }

    /** @param items those for people first, the most urgent one before all */
    record Matching(List<CaseView> items) {

        List<UUID> ids() {
            return items.stream().map(CaseView::id).toList();
        }

        List<List<UUID>> sets() {
            List<UUID> ids = ids();
            List<List<UUID>> sets = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += SET) {
                sets.add(ids.subList(from, Math.min(from + SET, ids.size())));
            }
            return sets;
        }

        /** Says which cases they are and how much they are worth, so that nothing is done to others than those that were seen. */
        public String seen() {
            StringBuilder all = new StringBuilder();
            items.forEach(item -> all.append(item.id()).append(item.amount()).append(item.currency()));
            return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    Matching of(CaseQuery query) {
        List<CaseView> items = new ArrayList<>();
        List<CaseView> read;
        do {
            read = cases.find(query, items.size(), Math.min(SET, MOST - items.size()));
            items.addAll(read);
        } while (!read.isEmpty() && items.size() < MOST);
        return new Matching(items.stream().filter(CaseView::isOpen).toList());
    }
}
