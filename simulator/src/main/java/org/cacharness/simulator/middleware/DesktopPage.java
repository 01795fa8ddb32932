package org.cacharness.simulator.middleware;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.TemplateModelDataProviderExtension;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Joins the stubs to the desktop: a stub with the transformer {@code press} presses, a template sees {@code console}. */
final class DesktopPage implements TemplateModelDataProviderExtension, ResponseDefinitionTransformerV2 {
    private final Desktop desktop;
    private final Route route;
    private final Set<MiddlewareMutant> mutants;

    DesktopPage(Desktop desktop, Route route, Set<MiddlewareMutant> mutants) {
        this.desktop = desktop;
        this.route = route;
        this.mutants = mutants;
    }

    @Override
    public String getName() {
        return "press";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        FormParameter press = event.getRequest().formParameter("press");
        desktop.press(Press.sentAs(press.isPresent() ? press.firstValue() : null));
        return event.getResponseDefinition();
    }

    @Override
    public Map<String, Object> provideTemplateModelData(ServeEvent event) {
        ConsoleState state = desktop.state();
        Map<String, Object> console = new HashMap<>();
        console.put("title", state.title());
        console.put("hint", desktop.hint());
        console.put("in", Map.of(state.name(), true));
        console.put("open", openAt(state));
        console.put("offers", offers());
        console.put("wrongMessage", mutants.contains(MiddlewareMutant.WRONG_MESSAGE));
        return Map.of("console", console);
    }

    /** Which levels lie open on the screen. */
    private static Map<String, Boolean> openAt(ConsoleState state) {
        boolean window = state.hasWindow();
        return Map.of(
                "start",
                !window && state.compareTo(ConsoleState.START_MENU) >= 0,
                "programs",
                !window && state.compareTo(ConsoleState.PROGRAMS) >= 0,
                "folder",
                !window && state.compareTo(ConsoleState.FOLDER) >= 0,
                "product",
                state == ConsoleState.PRODUCT_MENU,
                "window",
                window,
                "file",
                state == ConsoleState.FILE_MENU,
                "tools",
                state == ConsoleState.TOOLS_MENU || state == ConsoleState.ADVANCED_MENU,
                "advanced",
                state == ConsoleState.ADVANCED_MENU,
                "dialog",
                state.asks());
    }

    /** For each state the presses that it has, so that a page shows nothing that leads nowhere. */
    private Map<String, Map<String, Boolean>> offers() {
        Map<String, Map<String, Boolean>> offers = new HashMap<>();
        route.table().forEach((state, presses) -> {
            Map<String, Boolean> names = new HashMap<>();
            presses.keySet().forEach(press -> names.put(press.name(), true));
            offers.put(state.name(), names);
        });
        return offers;
    }
}
