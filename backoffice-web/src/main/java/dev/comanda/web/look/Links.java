package dev.comanda.web.look;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to the page that is shown, with one parameter changed; templates call it as {@code @links}. */
@Component
public class Links {

    /** A language that the pages can be read in. */
    public record Language(String tag, String name, String href, boolean current) {}

    /** A place of the navigation, its link and the key of its name. */
    public record Place(String href, String key, boolean current) {}

    private static final List<Place> PLACES = List.of(
            new Place("/", "home", false),
            new Place("/cases", "cases", false),
            new Place("/policies", "policies", false),
            new Place("/runs", "runs", false),
            new Place("/reconciliations", "reconciliations", false),
            new Place("/ledger", "ledger", false),
            new Place("/close", "close", false),
            new Place("/costs", "costs", false),
            new Place("/sources", "sources", false));

    /** The places of the navigation; breaks are part of reconciliations, rejects of sources, approvals of cases. */
    public List<Place> places() {
        String path = ServletUriComponentsBuilder.fromCurrentRequest().build().getPath();
        String shown = path == null
                ? ""
                : path.replaceFirst("^/breaks/", "/reconciliations/")
                        .replaceFirst("^/rejects/", "/sources/")
                        .replaceFirst("^/approvals", "/cases");
        return PLACES.stream()
                .map(place -> new Place(place.href(), place.key(), isWithin(place.href(), shown)))
                .toList();
    }

    private static boolean isWithin(String place, String path) {
        return path.equals(place) || (path + "/").startsWith(place + "/");
    }

    public String page(int number) {
        return with("page", Integer.toString(number));
    }

    public List<Language> languages() {
        Locale current = LocaleContextHolder.getLocale();
        return Languages.ALL.stream()
                .map(language -> new Language(
                        language.toLanguageTag(),
                        language.getDisplayLanguage(language),
                        with(Languages.PARAMETER, language.toLanguageTag()),
                        language.getLanguage().equals(current.getLanguage())))
                .toList();
    }

    private static String with(String parameter, String value) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(parameter, value)
                        .build()
                        .getQuery();
    }
}
