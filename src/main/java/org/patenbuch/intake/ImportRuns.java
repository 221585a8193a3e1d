package org.patenbuch.intake;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The imports people have at hand on screen. What they uploaded is kept for an hour, in a folder for nobody else. */
@Component
class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private static final Duration KEPT = Duration.ofHours(1);
    /** More at once are refused: files take room on the disk. */
    private static final int MOST = 20;

    private final Map<String, ImportRun> runs = new ConcurrentHashMap<>();
    private final Import imports;
    private final TableHeads heads;

    ImportRuns(Import imports, TableHeads heads) {
        this.imports = imports;
        this.heads = heads;
    }

    /**
     * Keeps the files and begins to check them, unless somebody is to be asked about their columns first.
     *
     * @throws Unreadable if there is nothing in them that can be read
     */
    ImportRun check(List<MultipartFile> parts, Who who) throws IOException {
        forgetOld();
        if (runs.size() >= MOST) {
            throw new Rejected("intake.running");
        }
        Path folder = ImportUpload.folder();
        try {
            ImportUpload.put(parts, folder);
            List<TableHeads.Head> all = heads.of(folder);
            List<String> names = all.stream().map(TableHeads.Head::table).toList();
            var run = new ImportRun(UUID.randomUUID().toString(), who.partnership(), who.userId(), folder, names);
            run.is(Work.Phase.COLUMNS);
            run.say(heads.remembered(all, who.partnership()));
            keep(run);
            check(run, all, who);
            return run;
        } catch (IOException | RuntimeException unreadable) {
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
            throw unreadable;
        }
    }

    /** Begins to, once nothing is left to be asked. */
    void check(ImportRun run, List<TableHeads.Head> all, Who who) {
        if (TableHeads.firstOpen(all, run.said()).isEmpty() && run.mayCheck()) {
            Thread.startVirtualThread(() -> go(run, who, true));
        }
    }

    void keep(ImportRun run) {
        runs.put(run.id, run);
    }

    void write(ImportRun run, Who who) {
        if (run.mayBegin()) {
            Thread.startVirtualThread(() -> go(run, who, false));
        }
    }

    private void go(ImportRun run, Who who, boolean dryRun) {
        try (ImportFiles files = open(run.folder, run.said())) {
            ImportOutcome outcome = imports.run(files, who, dryRun, run.batch(), run);
            if (dryRun) {
                run.checked(outcome);
            } else {
                run.written(outcome);
            }
        } catch (IOException unreadable) {
            run.failed(new UncheckedIOException(unreadable));
        } catch (RuntimeException refused) {
            if (!(refused instanceof Rejected) && !(refused instanceof Unreadable)) {
                LOG.error("Import {} has stopped", run.id, refused);
            }
            run.failed(refused);
        }
    }

    /** One's own only. */
    Optional<ImportRun> find(String id, Who who) {
        return Optional.ofNullable(runs.get(id))
                .filter(run -> run.partnership.equals(who.partnership()))
                .filter(run -> run.userId.equals(who.userId()));
    }

    /** What this person has at hand. */
    List<ImportRun> of(Who who) {
        return runs.values().stream()
                .filter(run -> find(run.id, who).isPresent())
                .filter(run -> run.phase() != ImportRun.Phase.DONE)
                .toList();
    }

    void forget(ImportRun run) throws IOException {
        if (!run.isWorking() && runs.remove(run.id, run)) {
            run.forget();
        }
    }

    static ImportFiles open(Path folder) throws IOException {
        return open(folder, Said.NOTHING);
    }

    static ImportFiles open(Path folder, Said said) throws IOException {
        try (var content = Files.list(folder)) {
            List<Path> zips = content.filter(path -> path.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .endsWith(".zip"))
                    .toList();
            return ImportFiles.open(zips.isEmpty() ? folder : zips.getFirst(), said);
        }
    }

    /** Also while nobody uploads anything. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOld() throws IOException {
        ImportUpload.forgetLeftovers();
        Instant before = Instant.now().minus(KEPT);
        for (ImportRun run : new ArrayList<>(runs.values())) {
            if (run.olderThan(before)) {
                forget(run);
            }
        }
    }

    @PreDestroy
    void forgetAll() throws IOException {
        for (ImportRun run : runs.values()) {
            run.forget();
        }
    }
}
