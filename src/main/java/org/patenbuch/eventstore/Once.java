package org.patenbuch.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.privacy.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes sending twice harmless. Before a command is decided its name is looked up: known with the same content, the
 * first answer is given again; known with other content, it is refused. The name itself is stored with the events, so
 * of two at the same instant one finds the other's name taken when it writes, starts anew, and lands here.
 */
@Component
class Once {
    private static final String FIND =
            "SELECT fingerprint, position FROM entry WHERE partnership = ? AND kind = ? AND id = ?";

    /** The answer of a command, to be asked for when its unit of work has ended. */
    interface Answer extends Supplier<Receipt> {}

    private record Known(byte[] fingerprint, long position) {
        Receipt again(Command command) {
            return new Receipt(command.id(), position, true);
        }
    }

    private final JdbcClient jdbc;
    private final MasterKey secret;
    private final JsonMapper mapper = EventCodec.pinned().build();

    Once(JdbcClient jdbc, MasterKey secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /**
     * What was answered under the command's name, where it was recorded with the same content. Of two at the same
     * instant the second may be refused for what the first has just done; that it is the same shows only afterwards.
     */
    Optional<Receipt> answered(Command command) {
        return find(command)
                .filter(known -> Arrays.equals(known.fingerprint(), fingerprint(command)))
                .map(known -> known.again(command));
    }

    /** An interceptor of the command bus; not declared as one, since Axon would find the bean and run it a second time. */
    Answer handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        Command command = (Command) unit.getMessage().getPayload();
        byte[] fingerprint = fingerprint(command);
        Optional<Known> known = find(command);
        if (known.isPresent()) {
            if (!Arrays.equals(known.get().fingerprint(), fingerprint)) {
                throw new Rejected("id.reused", command.id());
            }
            return () -> known.get().again(command);
        }
        unit.resources()
                .put(
                        Naming.RESOURCE,
                        new Naming(command.partnership(), command.kind(), command.id(), fingerprint, command.stream()));
        chain.proceed();
        return () -> new Receipt(command.id(), written(unit, command), false);
    }

    /** The position is known only once the unit of work has stored its events, so the answer is asked for after it. */
    private static long written(UnitOfWork<?> unit, Command command) {
        Long position = unit.getResource(Naming.POSITION);
        if (position == null) {
            throw new IllegalStateException(command.getClass().getSimpleName() + " was accepted but recorded nothing");
        }
        return position;
    }

    private Optional<Known> find(Command command) {
        return jdbc.sql(FIND)
                .params(command.partnership(), command.kind(), command.id())
                .query((row, n) -> new Known(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    private byte[] fingerprint(Command command) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(command.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        try {
            content.writeBytes(mapper.writeValueAsBytes(command));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return secret.fingerprint(content.toByteArray());
    }
}
