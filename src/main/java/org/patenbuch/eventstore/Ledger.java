package org.patenbuch.eventstore;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only way into the journal. Sends a command in the name of a person, exactly once per name: a repeat answers as
 * the first time, other content under the same name is refused ({@code id.reused}). Conflicts and deadlocks are retried,
 * but for those inside {@link Together}, which starts the whole anew.
 */
@Component
public class Ledger {
    private static final int TRIES = 12;

    private final CommandBus commands;
    private final MaySend maySend;
    private final Safety safety;
    private final Once once;

    Ledger(CommandBus commands, MaySend maySend, Safety safety, Once once) {
        this.once = once;
        this.commands = commands;
        this.maySend = maySend;
        this.safety = safety;
    }

    /**
     * @throws Rejected if a rule refuses it, or it names something that is not there ({@code unknown-reference})
     * @throws MaySend.Forbidden if it is not for this person to send
     * @throws Safety.Unsafe while the journal is not guarded as it must be
     * @throws Busy if others kept writing to the same stream
     */
    public Receipt send(Command command, Who who, Origin origin) {
        safety.require();
        if (!who.partnership().equals(command.partnership())) {
            throw new MaySend.Forbidden(command.getClass().getSimpleName());
        }
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(metadata(command, who, maySend.as(who, command, origin), origin));
        for (int failed = 0; ; ) {
            CommandResultMessage<?> result = dispatch(message);
            if (!result.isExceptional()) {
                return ((Once.Answer) result.getPayload()).get();
            }
            Throwable failure = result.exceptionResult();
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw asRefusal(failure);
            }
            if (!passing(failure)) {
                return twin(command, asRefusal(failure));
            }
            if (++failed == TRIES) {
                throw new Busy(failure);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << Math.min(failed, 6)));
        }
    }

    private Receipt twin(Command command, RuntimeException refusal) {
        if (!(refusal instanceof Rejected)) throw refusal;
        return once.answered(command).orElseThrow(() -> refusal);
    }

    private CommandResultMessage<?> dispatch(org.axonframework.commandhandling.CommandMessage<?> message) {
        var answer = new CommandResultMessage<?>[1];
        commands.dispatch(message, (sent, result) -> answer[0] = result);
        return answer[0];
    }

    private static Map<String, String> metadata(Command command, Who who, Role role, Origin origin) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("actor", who.userId());
        metadata.put("role", role.name());
        metadata.put("partnership", command.partnership());
        metadata.put("commandId", command.kind() + "/" + command.id());
        metadata.put("source", origin.source());
        metadata.put("correlation", origin.correlation());
        if (command.reason() != null) {
            metadata.put("reason", command.reason());
        }
        return metadata;
    }

    /** Whether the same command may well succeed a moment later: a lost race or a deadlock, never a refusal. */
    static boolean passing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lostRace =
                    cause instanceof ConcurrencyException || cause instanceof PessimisticLockingFailureException;
            if (lostRace || cause instanceof SQLException sql && isSerialization(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Serialization failure, deadlock, or a lock not to be had in time. */
    private static boolean isSerialization(String state) {
        return "40001".equals(state) || "40P01".equals(state) || "55P03".equals(state);
    }

    private static RuntimeException asRefusal(Throwable failure) {
        if (failure instanceof AggregateNotFoundException unknown) {
            return new Rejected(
                    "unknown-reference",
                    StreamName.parse((String) unknown.getAggregateIdentifier()).id());
        }
        return failure instanceof RuntimeException asItIs ? asItIs : new IllegalStateException(failure);
    }

    /** Others kept winning the race for the same stream; nothing was written, sending again is safe. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy(Throwable cause) {
            super("The same entry is being changed by many at once; send it again", cause);
        }
    }
}
