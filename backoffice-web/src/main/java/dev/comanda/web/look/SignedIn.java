package dev.comanda.web.look;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is signed in and what they may do; the server checks the right again. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute
    void add(Model model, @Nullable Authentication authentication) {
        model.addAttribute("username", authentication == null ? "" : authentication.getName());
        Set<String> rights = authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(right -> String.valueOf(right.getAuthority()))
                        .collect(Collectors.toSet());
        model.addAttribute("mayRun", rights.contains("OPERATOR") || rights.contains("ADMIN"));
        model.addAttribute("mayApprove", rights.contains("APPROVER"));
        model.addAttribute(
                "mayWork", rights.contains("OPERATOR") || rights.contains("APPROVER") || rights.contains("ADMIN"));
    }
}
