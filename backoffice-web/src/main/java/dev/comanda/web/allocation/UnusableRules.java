package dev.comanda.web.allocation;

import dev.comanda.cost.allocation.UnusableRulesException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** While the rules in force cannot be used, the pages that need them say what is wrong with their file. */
@ControllerAdvice
class UnusableRules {

    @ExceptionHandler(UnusableRulesException.class)
    ModelAndView say(UnusableRulesException unusable) {
        ModelAndView page = new ModelAndView("cost-rules-unusable", HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("problems", unusable.problems());
        page.addObject("message", unusable.getMessage());
        return page;
    }
}
