package org.patenbuch.eventstore;

import java.util.function.Supplier;
import org.patenbuch.kernel.Rejected;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many commands in one transaction: all of them are recorded, or none. The one place where a transaction stands around
 * the {@link Ledger}, for imports. A refused command has written nothing, so the others may go on; whatever else fails,
 * fails the whole. Inside, each command sees what the ones before it recorded.
 */
@Component
public class Together {
    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    Together(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param commands is run again from its start if others were writing to the same streams, and once if it was
     *     refused: that may be for what the same commands, sent twice at the same instant, have just done
     */
    public <T> T record(Supplier<T> commands) {
        for (int failed = 0; ; ) {
            try {
                return transaction.execute(status -> commands.get());
            } catch (RuntimeException failure) {
                boolean again = Ledger.passing(failure) || failed == 0 && failure instanceof Rejected;
                if (!again || ++failed == TRIES) {
                    throw failure;
                }
            }
        }
    }

    /** Does everything as {@link #record} would and then takes all of it back: what would be refused is known, nothing is kept. */
    public <T> T rehearse(Supplier<T> commands) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return commands.get();
        });
    }
}
