package org.patenbuch.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patenbuch.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One turn of the sealer: entries, nodes and signed roots in one transaction, by one node at a time. Nothing is known
 * from one turn to the next but what is stored, so whoever is killed, the next turn goes on where the last one ended.
 * What is signed is published only once it is committed.
 */
@Component
class Sealing {
    static final int MOST_ENTRIES = 5_000;

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtextextended('evidence/sealer', 0))";
    private static final String ADD =
            "INSERT INTO evidence.checkpoint (partnership, size, root, note) VALUES (?, ?, ?, ?)";

    private record Signed(String partnership, long size, byte[] root, Note note) {}

    private final JdbcClient jdbc;
    private final Leaves leaves;
    private final Signer signer;
    private final Guard guard;
    private final Outside outside;
    private final TransactionTemplate transaction;
    private final Map<String, Guard.Refused> told = new ConcurrentHashMap<>();

    Sealing(
            JdbcClient jdbc,
            Leaves leaves,
            Signer signer,
            Guard guard,
            Outside outside,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.signer = signer;
        this.guard = guard;
        this.outside = outside;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param safe a position behind which nothing can still be recorded
     * @return how many entries were sealed; 0 also while another node is at it
     * @throws Vault.Unable if they are sealed and Vault does not sign them; {@link #catchUp} tries again
     */
    long turn(long safe) {
        List<Signed> signed = new ArrayList<>();
        Long sealed = transaction.execute(open -> isAlone() ? seal(safe, signed) : 0L);
        signed.forEach(one -> outside.publish(one.partnership(), one.note()));
        if (sealed > 0 && !signer.isAtHand()) {
            catchUp();
        }
        return sealed;
    }

    /**
     * Signs what was sealed and not signed: because the key is not at hand, signing was refused, or whoever sealed it
     * does no more. Nothing is written before all signatures are there: until then others need not wait for it.
     *
     * @throws Vault.Unable if Vault does not sign; then nothing of it is signed
     */
    void catchUp() {
        List<Signed> signed = new ArrayList<>();
        transaction.executeWithoutResult(open -> {
            if (isAlone()) {
                leaves.unsigned().forEach(tree -> sign(tree).ifPresent(signed::add));
                signed.forEach(this::add);
            }
        });
        signed.forEach(one -> outside.publish(one.partnership(), one.note()));
    }

    private boolean isAlone() {
        return jdbc.sql(ALONE).query(Boolean.class).single();
    }

    private long seal(long safe, List<Signed> signed) {
        long sealed = 0;
        for (Leaves.Grown tree : leaves.seal(safe, MOST_ENTRIES)) {
            new StoredTree(jdbc, tree.partnership()).complete(tree.before(), tree.size());
            if (signer.isAtHand()) {
                sign(tree).ifPresent(signed::add);
            }
            sealed += tree.size() - tree.before();
        }
        signed.forEach(this::add);
        return sealed;
    }

    private Optional<Signed> sign(Leaves.Grown tree) {
        if (isRefused(tree.partnership())) {
            return Optional.empty();
        }
        byte[] root = new StoredTree(jdbc, tree.partnership()).root(tree.size());
        Note note = signer.sign(new Checkpoint(Checkpoint.origin(tree.partnership()), tree.size(), root));
        return Optional.of(new Signed(tree.partnership(), tree.size(), root, note));
    }

    private void add(Signed signed) {
        jdbc.sql(ADD)
                .params(
                        signed.partnership(),
                        signed.size(),
                        signed.root(),
                        signed.note().toString())
                .update();
    }

    /** Said once, until it changes. */
    private boolean isRefused(String partnership) {
        Guard.Refused refused = guard.refusal(partnership).orElse(null);
        if (refused == null) {
            told.remove(partnership);
        } else if (told.put(partnership, refused) != refused) {
            log.error("Nothing is signed for {} until this is looked into: {}", partnership, refused);
        }
        return refused != null;
    }
}
