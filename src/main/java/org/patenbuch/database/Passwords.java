package org.patenbuch.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;

/** The random passwords of the cluster's four roles, made once and kept in a file that only the owner may read. */
record Passwords(String superuser, String owner, String app, String auditor) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** 32 letters of 62: about 190 bits. Nobody types them, and letters alone need no quoting in a URL. */
    private static final int LENGTH = 32;

    static Passwords create() {
        return new Passwords(random(), random(), random(), random());
    }

    static Passwords read(Path file) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        boolean older = !kept.containsKey(Roles.AUDITOR); // made before there was such a role
        Passwords read = new Passwords(
                one(kept, "postgres", file),
                one(kept, Roles.OWNER, file),
                one(kept, Roles.APP, file),
                older ? random() : one(kept, Roles.AUDITOR, file));
        if (older) {
            read.write(file);
        }
        return read;
    }

    void write(Path file) throws IOException {
        var kept = new Properties();
        kept.setProperty("postgres", superuser);
        kept.setProperty(Roles.OWNER, owner);
        kept.setProperty(Roles.APP, app);
        kept.setProperty(Roles.AUDITOR, auditor);
        var text = new StringWriter();
        kept.store(text, "Passwords of the PostgreSQL in this folder. Without this file its data cannot be reached.");
        PrivateFile.write(file, text.toString());
    }

    private static String one(Properties kept, String role, Path file) {
        String password = kept.getProperty(role, "");
        if (password.isBlank()) {
            throw new StartRefused(
                    "In der Datei " + file + " fehlt das Kennwort von " + role
                            + "; stellen Sie die Datei aus einer Sicherung wieder her.",
                    "The file " + file + " lacks the password of " + role + "; restore the file from a backup.");
        }
        return password;
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
