package org.patenbuch.terminal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.patenbuch.database.EmbeddedDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Starts the application without its web server, hands the arguments to the sub-command, and ends. */
public final class Terminal {
    /** The program could not do what was asked, for a reason it told. */
    public static final int UNREADABLE = 2;

    /** Everything is wired as in the server, and nothing listens. */
    private static final String NO_CONNECTOR = "-1";

    @CommandLine.Command(
            name = "patenbuch",
            mixinStandardHelpOptions = true,
            description = "Das Patenbuch / the partnership ledger. Ohne Unterbefehl startet der Server; "
                    + "without a sub-command it serves.")
    private static final class Patenbuch {}

    private Terminal() {}

    /** @return the exit code of the sub-command; 2 where the arguments make no sense */
    public static int run(Class<?> application, String... args) {
        var starter = new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn", "spring.main.log-startup-info=false")
                .initializers(Terminal::joinTheRunning);
        try (ConfigurableApplicationContext context = starter.run()) {
            return commands(context.getBeansOfType(SubCommand.class).values()).execute(args);
        }
    }

    static CommandLine commands(Collection<SubCommand> subCommands) {
        CommandLine commands = new CommandLine(new Patenbuch());
        for (SubCommand subCommand : subCommands) {
            group(commands, subCommand.below()).addSubcommand(subCommand);
        }
        return commands;
    }

    /** A group by itself does nothing but say what there is below it. */
    private static CommandLine group(CommandLine commands, String word) {
        if (!word.isEmpty() && !commands.getSubcommands().containsKey(word)) {
            commands.addSubcommand(CommandSpec.create().name(word).mixinStandardHelpOptions(true));
        }
        return word.isEmpty() ? commands : commands.getSubcommands().get(word);
    }

    /** Views are read by the server; and where one runs on this data folder, its database is used. */
    private static void joinTheRunning(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "patenbuch.views.read", "false",
                "server.port", NO_CONNECTOR,
                "spring.datasource.hikari.data-source-properties.ApplicationName", "patenbuch-terminal"));
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            Path dataDir = Path.of(environment.getRequiredProperty("patenbuch.data-dir"));
            EmbeddedDatabase.running(dataDir).ifPresent(logins -> settings.putAll(logins.asSettings()));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("terminal", settings));
    }
}
