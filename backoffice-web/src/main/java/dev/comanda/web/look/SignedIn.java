package dev.comanda.web.look;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is signed in and may ask for runs; the server checks the right again. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute
    void add(Model model, @Nullable Authentication authentication) {
        model.addAttribute("username", authentication == null ? "" : authentication.getName());
        model.addAttribute(
                "mayRun",
                authentication != null
                        && authentication.getAuthorities().stream()
                                .anyMatch(right -> "OPERATOR".equals(right.getAuthority())
                                        || "ADMIN".equals(right.getAuthority())));
    }
}
