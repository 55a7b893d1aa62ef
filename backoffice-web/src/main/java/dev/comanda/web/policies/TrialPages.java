package dev.comanda.web.policies;

import dev.comanda.ops.decision.PolicyHistory;
import dev.comanda.ops.decision.PolicyHistory.Period;
import dev.comanda.ops.policy.Explanations;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.policy.PolicyTable.Reading.Usable;
import dev.comanda.ops.policy.PolicyTrial;
import dev.comanda.ops.policy.PolicyTrial.Tried;
import dev.comanda.ops.policy.PolicyTrial.Unusable;
import dev.comanda.web.uploads.LargeUploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Tries a changed table on what was decided, and shows what would have been decided otherwise. */
@Controller
class TrialPages {

    private final PolicyPages pages;
    private final PolicyHistory history;
    private final PolicyTrial trial;
    private final MessageSource messages;
    private final DataSize limit;

    TrialPages(
            PolicyPages pages,
            PolicyHistory history,
            PolicyTrial trial,
            MessageSource messages,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize limit) {
        this.pages = pages;
        this.history = history;
        this.trial = trial;
        this.messages = messages;
        this.limit = limit;
    }

    @PostMapping("/policies/{key}/trials")
    ModelAndView run(@PathVariable String key, TrialForm typed, @RequestParam Optional<MultipartFile> file, Model model)
            throws IOException {
        pages.add(key, model);
        byte[] changed = file.isPresent() && !file.get().isEmpty()
                ? file.get().getBytes()
                : typed.table().getBytes(StandardCharsets.UTF_8);
        TrialForm form = typed.with(new String(changed, StandardCharsets.UTF_8));
        model.addAttribute("form", form);
        Optional<Period> period = form.period();
        if (period.isEmpty()) {
            return refuse(model, "datesProblem", say("policy.try.dates.unusable", TrialForm.MOST_DAYS));
        }
        if (PolicyTable.read(changed) instanceof Usable usable
                && !usable.table().key().equals(key)) {
            return refuse(
                    model,
                    "tableProblem",
                    say("policy.try.other", usable.table().key()));
        }
        PolicyTrial.Outcome outcome = history.past(key, period.get(), past -> trial.run(changed, past));
        if (outcome instanceof Unusable unusable) {
            return refuse(model, "tableProblem", Explanations.of(unusable.problem(), LocaleContextHolder.getLocale()));
        }
        Tried tried = (Tried) outcome;
        model.addAttribute("tried", tried);
        model.addAttribute("cut", tried.decisions() >= PolicyHistory.MOST_TRIED);
        return new ModelAndView("policy", model.asMap());
    }

    /** Where a file arrives that is too large to be read; and where the languages' links of an outcome lead. */
    @GetMapping("/policies/{key}/trials")
    ModelAndView unread(@PathVariable String key, HttpServletRequest request, Model model) {
        if (!LargeUploads.isOne(request)) {
            return new ModelAndView("redirect:/policies/" + key);
        }
        pages.add(key, model);
        model.addAttribute("form", TrialForm.of(pages.tableOf(key), pages.lastDays()));
        return refuse(model, "fileProblem", say("policy.try.tooLarge", limit.toMegabytes()));
    }

    private static ModelAndView refuse(Model model, String field, String problem) {
        model.addAttribute(field, problem);
        return new ModelAndView("policy", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String say(String key, Object value) {
        return messages.getMessage(key, new Object[] {value}, LocaleContextHolder.getLocale());
    }
}
