package dev.comanda.web.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show() {
        return "sign-in";
    }
}
