package org.patenbuch.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.Partners;
import org.springframework.stereotype.Component;

/**
 * Imports files: first every row is checked and rehearsed, then, if all are good, they go in by batches, each whole or
 * not at all. What is in the ledger already is passed over, so an interrupted import is completed by running it again.
 */
@Component
public class Import {
    private static final int ROWS_A_TRANSACTION = 200;

    private final ImportCheck check;
    private final ImportBatches batches;
    private final Ledger ledger;
    private final Together together;
    private final References references;
    private final Partners partners;
    private final DataSource dataSource;

    Import(
            ImportCheck check,
            ImportBatches batches,
            Ledger ledger,
            Together together,
            References references,
            Partners partners,
            DataSource dataSource) {
        this.check = check;
        this.batches = batches;
        this.ledger = ledger;
        this.together = together;
        this.references = references;
        this.partners = partners;
        this.dataSource = dataSource;
    }

    /**
     * @param dryRun check and rehearse only
     * @throws Unreadable if a file cannot be read as a table
     * @throws Rejected {@code intake.running} if another import is at work in this partnership
     */
    public ImportOutcome run(ImportFiles files, Who who, boolean dryRun, ImportProgress progress) {
        return run(files, who, dryRun, "I-" + UUID.randomUUID(), progress);
    }

    /** @param batch its number, given to no other import */
    ImportOutcome run(ImportFiles files, Who who, boolean dryRun, String batch, ImportProgress progress) {
        try (OneAtATime _ = OneAtATime.hold(dataSource, who.partnership(), batch)) {
            var known = new InTheLedger(who.partnership(), references, partners);
            ImportReport report = check.check(files, known);
            long rows = report.rows().values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            if (!report.good()) {
                return ImportOutcome.refused(rows, report.problems(), report.problemCount());
            }
            var passage = new Passage(files, known, who, batch, rows, progress);
            ImportOutcome rehearsed = together.rehearse(passage::rehearse);
            return dryRun || !rehearsed.good() || rehearsed.rowsWritten() == 0 ? rehearsed : passage.record();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** One import on its way through the ledger. */
    private final class Passage {
        private final ImportFiles files;
        private final Known known;
        private final Who who;
        private final String batch;
        private final long rows;
        private final ImportProgress progress;
        private final RowCommands commands;

        Passage(ImportFiles files, Known known, Who who, String batch, long rows, ImportProgress progress) {
            this.files = files;
            this.known = known;
            this.who = who;
            this.batch = batch;
            this.rows = rows;
            this.progress = progress;
            commands = new RowCommands(who.partnership());
        }

        ImportOutcome rehearse() {
            List<RowProblem> problems = new ArrayList<>();
            long written = 0;
            long refused = 0;
            long seen = 0;
            try (ImportRows all = check.rows(files, known)) {
                while (all.hasNext()) {
                    ImportRow row = all.next();
                    try {
                        written += send(row).written() ? 1 : 0;
                    } catch (Rejected rejected) {
                        refused++;
                        if (problems.size() < ImportReport.SHOWN) {
                            problems.add(RowProblem.refused(row, rejected));
                        }
                    }
                    progress.checked(++seen, rows);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ImportOutcome(null, rows, written, null, problems, refused);
        }

        ImportOutcome record() {
            batches.begin(batch, who, rows);
            try {
                return recordAll();
            } catch (RuntimeException failure) {
                batches.end(who.partnership(), batch, ImportBatch.State.STOPPED);
                throw failure;
            }
        }

        private ImportOutcome recordAll() {
            long done = 0;
            long written = 0;
            Long position = null;
            try (ImportRows all = check.rows(files, known)) {
                while (all.hasNext()) {
                    List<ImportRow> some = next(all);
                    Sent sent = together.record(() -> sendAll(some));
                    written += sent.rowsWritten();
                    position = sent.position() == null ? position : sent.position();
                    done += some.size();
                    progress.written(done, rows);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            batches.end(who.partnership(), batch, ImportBatch.State.DONE);
            return new ImportOutcome(batch, rows, written, position, List.of(), 0);
        }

        private static List<ImportRow> next(ImportRows all) {
            List<ImportRow> some = new ArrayList<>(ROWS_A_TRANSACTION);
            while (all.hasNext() && some.size() < ROWS_A_TRANSACTION) {
                some.add(all.next());
            }
            return some;
        }

        private Sent sendAll(List<ImportRow> some) {
            long written = 0;
            Long position = null;
            for (ImportRow row : some) {
                Sent sent = send(row);
                written += sent.rowsWritten();
                position = sent.position() == null ? position : sent.position();
            }
            batches.advance(who.partnership(), batch, some.size(), written, position);
            return new Sent(written, position);
        }

        private Sent send(ImportRow row) {
            Long position = null;
            for (Command command : commands.of(row.row())) {
                Receipt receipt = ledger.send(command, who, Origin.imported(batch, row.file(), row.line()));
                position = receipt.replayed() ? position : Long.valueOf(receipt.position());
            }
            return new Sent(position == null ? 0 : 1, position);
        }
    }

    /** @param position of the last new event; null if everything was known */
    private record Sent(long rowsWritten, @Nullable Long position) {
        boolean written() {
            return rowsWritten > 0;
        }
    }
}
