package org.patenbuch.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root's Patenbuch starts it without any privilege: in a user
 * namespace of its own, or where those are forbidden (most containers) as the user nobody.
 *
 * @param prefix words before the program's own
 * @param uid whose files the cluster's are; 0 with a prefix means root's, seen from inside the namespace
 */
record Account(List<String> prefix, int uid, int gid) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

    /** The account for this cluster: the one that made it, or for a new one the best there is. */
    static Account of(Path cluster) throws IOException {
        var me = new UnixSystem();
        if (me.getUid() != 0) {
            return new Account(List.of(), (int) me.getUid(), (int) me.getGid());
        }
        if (Files.exists(cluster)) {
            int owner = (int) Files.getAttribute(cluster, "unix:uid");
            return owner == 0 ? rootInNamespace() : other(owner, (int) Files.getAttribute(cluster, "unix:gid"));
        }
        return works(NAMESPACE) ? new Account(NAMESPACE, 0, 0) : nobody();
    }

    static Account nobody() throws IOException {
        return other(NOBODY, NOBODY);
    }

    private static Account rootInNamespace() throws IOException {
        if (works(NAMESPACE)) {
            return new Account(NAMESPACE, 0, 0);
        }
        throw refused();
    }

    private static Account other(int uid, int gid) throws IOException {
        var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        if (works(prefix)) {
            return new Account(prefix, uid, gid);
        }
        throw refused();
    }

    private static StartRefused refused() {
        return new StartRefused(
                "PostgreSQL läuft nicht als root, und ein eingeschränktes Benutzerkonto lässt sich hier nicht"
                        + " verwenden; starten Sie Patenbuch als gewöhnlicher Benutzer.",
                "PostgreSQL does not run as root and no restricted account can be used here; start Patenbuch as an"
                        + " ordinary user.");
    }

    private static boolean works(List<String> prefix) {
        try {
            var words = new ArrayList<>(prefix);
            words.add("true");
            return Command.run(words).good();
        } catch (IOException absent) {
            return false;
        }
    }

    List<String> command(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    /** Gives the account a file or folder that Patenbuch made for it. */
    void own(Path path) throws IOException {
        if (another()) {
            Files.setAttribute(path, "unix:gid", gid);
            Files.setAttribute(path, "unix:uid", uid);
        }
    }

    /** Lets the account pass through a folder of Patenbuch's without seeing what else is in it. */
    void letThrough(Path folder) throws IOException {
        if (another() && (int) Files.getAttribute(folder, "unix:uid") != uid) {
            var permissions = Files.getPosixFilePermissions(folder);
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
            Files.setPosixFilePermissions(folder, permissions);
        }
    }

    private boolean another() {
        return new UnixSystem().getUid() != uid;
    }
}
