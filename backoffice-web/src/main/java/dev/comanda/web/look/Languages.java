package dev.comanda.web.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The language that the reader chose, else the one that the browser asks for, else Portuguese. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    /** The languages of the pages, the default first. */
    static final List<Locale> ALL =
            List.of(Locale.forLanguageTag("pt-BR"), Locale.ENGLISH, Locale.forLanguageTag("es"));

    static final String PARAMETER = "lang";

    private static final String COOKIE = "comanda-language";
    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver ofBrowser = new AcceptHeaderLocaleResolver();
        ofBrowser.setSupportedLocales(ALL);
        ofBrowser.setDefaultLocale(ALL.get(0));
        CookieLocaleResolver resolver = new CookieLocaleResolver(COOKIE);
        resolver.setDefaultLocaleFunction(ofBrowser::resolveLocale);
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Choice());
    }

    /** Keeps the language that a link of the page's head names; what is no language of ours changes nothing. */
    private static final class Choice implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            named(request.getParameter(PARAMETER)).ifPresent(language -> keep(language, request, response));
            return true;
        }

        private static void keep(Locale language, HttpServletRequest request, HttpServletResponse response) {
            LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
            if (resolver != null) {
                resolver.setLocale(request, response, language);
            }
        }

        private static Optional<Locale> named(@Nullable String tag) {
            return ALL.stream()
                    .filter(language -> language.toLanguageTag().equals(tag))
                    .findFirst();
        }
    }
}
