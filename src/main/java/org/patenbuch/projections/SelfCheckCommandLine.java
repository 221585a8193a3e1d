package org.patenbuch.projections;

import java.util.List;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** {@code selfcheck}: 0 everything as the journal says, 1 a difference, 2 a view is being rebuilt just now. */
@Component
@Command(
        name = "selfcheck",
        mixinStandardHelpOptions = true,
        description = "Baut alle Sichten daneben neu auf und vergleicht sie. / Rebuilds all views aside and compares.")
class SelfCheckCommandLine implements SubCommand {
    private static final int DIFFERENT = 1;

    private final SelfCheck selfCheck;

    SelfCheckCommandLine(SelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    @Override
    public Integer call() {
        try {
            List<Found> all = selfCheck.run(Told::progress);
            all.forEach(Told::result);
            return all.stream().allMatch(Found::good) ? 0 : DIFFERENT;
        } catch (Rebuild.AlreadyRunning running) {
            System.err.println("wird gerade neu aufgebaut / is being rebuilt");
            return Terminal.UNREADABLE;
        }
    }
}
