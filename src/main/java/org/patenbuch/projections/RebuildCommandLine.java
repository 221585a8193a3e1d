package org.patenbuch.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rebuild [view]}: 0 rebuilt and switched, 2 no such view or already being rebuilt. */
@Component
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Baut eine Sicht (ohne Angabe: alle) neben der laufenden neu auf und schaltet um. / "
                + "Rebuilds a view (all, if none is named) beside the live one and switches.")
class RebuildCommandLine implements SubCommand {
    @Parameters(arity = "0..1", paramLabel = "VIEW")
    private @Nullable String view;

    private final Rebuild rebuild;

    RebuildCommandLine(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public Integer call() {
        List<String> all = rebuild.views();
        if (view != null && !all.contains(view)) {
            System.err.println("Sichten / views: " + String.join(", ", all));
            return Terminal.UNREADABLE;
        }
        try {
            for (String one : view == null ? all : List.of(view)) {
                rebuild(one);
            }
            return 0;
        } catch (Rebuild.AlreadyRunning running) {
            System.err.println("wird schon neu aufgebaut / is being rebuilt already");
            return Terminal.UNREADABLE;
        }
    }

    private void rebuild(String name) {
        long began = System.nanoTime();
        Found found = rebuild.run(name, Told::progress);
        Told.result(found);
        System.out.printf("%s: umgeschaltet nach / switched after %.1f s%n", name, (System.nanoTime() - began) / 1e9);
    }
}
