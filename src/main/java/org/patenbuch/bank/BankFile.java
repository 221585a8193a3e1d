package org.patenbuch.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.patenbuch.forms.Unreadable;

/** What came from a bank, told by its content and not by its name: camt.053, a table, or a ZIP of such. */
final class BankFile {
    /** Of one statement: all its bookings are recorded at once. */
    static final int MOST_LINES = 5_000;

    private static final int MAX_UNPACKED = 100 * 1024 * 1024;
    private static final int MOST_FILES = 1_000;

    private BankFile() {}

    /**
     * @throws Unreadable if any of it cannot be understood
     * @throws org.patenbuch.kernel.Rejected if a statement's balances do not add up
     */
    static List<Statement> read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Unreadable("bank.not-a-statement");
        }
        List<Statement> statements = isZip(bytes) ? unpacked(bytes) : one(bytes);
        for (Statement statement : statements) {
            if (statement.lines().size() > MOST_LINES) {
                throw new Unreadable("bank.too-many-lines", Integer.toString(MOST_LINES));
            }
            statement.requireBalance();
        }
        return statements;
    }

    private static List<Statement> one(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .replaceAll("^[^<]{0,3}(?=<)", "")
                .stripLeading();
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 || bytes[0] == -2);
        return wide || beginning.startsWith("<") ? Camt053.read(bytes) : BankTable.read(bytes);
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    private static List<Statement> unpacked(byte[] bytes) {
        List<Statement> statements = new ArrayList<>();
        int room = MAX_UNPACKED;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
                    continue;
                }
                byte[] file = zip.readNBytes(room + 1);
                room -= file.length;
                if (room < 0 || ++files > MOST_FILES) {
                    throw new Unreadable("bank.unpacked-too-large");
                }
                statements.addAll(one(file));
            }
        } catch (IOException broken) {
            throw new Unreadable("bank.not-a-statement");
        } catch (IllegalArgumentException brokenNames) {
            throw new Unreadable("bank.not-a-statement");
        }
        if (statements.isEmpty()) {
            throw new Unreadable("bank.no-statement");
        }
        return statements;
    }
}
