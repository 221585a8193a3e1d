package org.patenbuch.evidence;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.patenbuch.terminal.SubCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import picocli.CommandLine;

/** The commands for those who trust nothing of ours but this jar: they run without Spring and without a database. */
@Configuration(proxyBeanMethods = false)
public class Offline {
    private static final Map<String, Supplier<SubCommand>> COMMANDS =
            Map.of("verify", VerifyCommandLine::new, "witness", WitnessCommandLine::new);

    /** @return the exit code; empty if the command is not one of these */
    public static OptionalInt run(String... args) {
        Supplier<SubCommand> command = COMMANDS.get(args[0]);
        if (command == null) {
            return OptionalInt.empty();
        }
        String[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        return OptionalInt.of(new CommandLine(command.get()).execute(rest));
    }

    /** For the list of all commands there are. */
    @Bean
    static SubCommand verify() {
        return new VerifyCommandLine();
    }

    @Bean
    static SubCommand witness() {
        return new WitnessCommandLine();
    }
}
