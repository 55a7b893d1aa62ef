package dev.comanda.web.allocation;

import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.reallocation.MovedCost;
import dev.comanda.cost.reallocation.RulesChange;
import dev.comanda.cost.reallocation.RulesChanges;
import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.approval.Proposals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows what a change of the rules says otherwise, and whose cost it makes another's. */
@Controller
class ChangePages {

    private final RulesKeeper rules;
    private final RulesChanges changes;
    private final Proposals proposals;

    ChangePages(RulesKeeper rules, RulesChanges changes, Proposals proposals) {
        this.rules = rules;
        this.changes = changes;
        this.proposals = proposals;
    }

    /** What an owner has more or less, and of which services. */
    record ShownOwner(String name, String currency, BigDecimal before, BigDecimal after, List<MovedCost> services) {

        public BigDecimal change() {
            return after.subtract(before);
        }
    }

    /** The owners of one kind. */
    record ShownKind(Owner kind, List<ShownOwner> owners) {}

    @GetMapping("/costs/rules/changes/{id}")
    String show(@PathVariable long id, Model model) {
        add(find(id), model);
        return "cost-rules-change";
    }

    RulesChange find(long id) {
        return changes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    void add(RulesChange change, Model model) {
        List<Proposal> about = proposals.about(Proposal.Kind.ALLOCATION_RULES, String.valueOf(change.id()));
        model.addAttribute("change", change);
        model.addAttribute("diff", RulesDiff.of(change.baseContent(), change.content()));
        model.addAttribute("moved", byOwner(changes.moved(change.id())));
        model.addAttribute("proposals", about);
        model.addAttribute("isOver", rules.current().hash().equals(change.base()));
        model.addAttribute("mayReplace", rules.mayReplace());
    }

    private static List<ShownKind> byOwner(List<MovedCost> moved) {
        List<ShownKind> kinds = new ArrayList<>();
        for (Owner kind : Owner.values()) {
            Map<List<String>, List<MovedCost>> owners = new LinkedHashMap<>();
            moved.stream().filter(each -> each.owner() == kind).forEach(each -> owners.computeIfAbsent(
                            List.of(each.name(), each.currency()), owner -> new ArrayList<>())
                    .add(each));
            List<ShownOwner> shown = owners.entrySet().stream()
                    .map(each -> new ShownOwner(
                            each.getKey().get(0),
                            each.getKey().get(1),
                            sum(each.getValue(), true),
                            sum(each.getValue(), false),
                            each.getValue()))
                    .sorted(Comparator.comparing(
                                    (ShownOwner owner) -> owner.change().abs())
                            .reversed()
                            .thenComparing(ShownOwner::name))
                    .toList();
            kinds.add(new ShownKind(kind, shown));
        }
        return kinds;
    }

    private static BigDecimal sum(List<MovedCost> moved, boolean before) {
        return moved.stream()
                .map(each -> before ? each.before() : each.after())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
