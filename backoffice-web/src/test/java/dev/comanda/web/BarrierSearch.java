package dev.comanda.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Searches the page that is open for what keeps somebody out, with axe, and for what does not fit. */
final class BarrierSearch {

    private final Page page;
    private final String axe;

    BarrierSearch(Page page) throws IOException {
        this.page = page;
        this.axe = axe();
    }

    boolean scrolledSideways(String parts) {
        return Boolean.TRUE.equals(page.evaluate(
                """
                parts => [...document.querySelectorAll(parts)].some(part => part.scrollWidth > part.clientWidth + 1)""",
                parts));
    }

    /** What keeps somebody out, by the rules of WCAG 2.2 AA. */
    List<String> barriers() {
        page.evaluate(axe);
        Object found = page.evaluate(
                """
                () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
                    .then(result => result.violations.map(each => each.id + ': '
                        + each.nodes.map(node => node.target + ' ' + node.failureSummary).join(', ')))""");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
