package dev.comanda.web.look;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Portuguese, unless the browser asks for Spanish or English. */
@Configuration(proxyBeanMethods = false)
class Languages {

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        Locale portuguese = Locale.forLanguageTag("pt-BR");
        resolver.setSupportedLocales(List.of(portuguese, Locale.forLanguageTag("es"), Locale.ENGLISH));
        resolver.setDefaultLocale(portuguese);
        return resolver;
    }
}
