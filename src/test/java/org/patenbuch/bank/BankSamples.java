package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.bank.BankEvent.BankLineAssigned;
import org.patenbuch.bank.BankEvent.BankLineRecorded;
import org.patenbuch.bank.BankEvent.BankLineReleased;
import org.patenbuch.bank.BankEvent.BankLineSetAside;
import org.patenbuch.bank.BankEvent.BankStatementRecorded;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** One of each fact of an account, with every field filled, as its golden file holds it. */
public final class BankSamples {
    private static final String ACCOUNT = "DE02120300000000202051";
    private static final String LINE = "U-0a1b2c3d4e5f60718293.1";
    private static final LocalDate DAY = LocalDate.of(2013, 1, 15);

    private BankSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new BankLineRecorded(
                        LINE,
                        ACCOUNT,
                        "K-00112233445566778899",
                        DAY,
                        DAY.plusDays(1),
                        125_000,
                        "2013011500001",
                        sealed("endToEnd"),
                        sealed("otherName"),
                        sealed("otherIban"),
                        sealed("purpose")),
                new BankStatementRecorded(
                        "K-00112233445566778899", ACCOUNT, "2013/1", DAY, DAY.plusDays(1), 10_00L, 1_260_00L, 1, 0),
                new BankLineAssigned(LINE, ACCOUNT, Entry.CONTRIBUTION, "B-20131-SPK"),
                new BankLineSetAside(LINE, ACCOUNT, "Kontoführung"),
                new BankLineReleased(LINE, ACCOUNT, "falsch zugeordnet"));
    }

    private static Personal sealed(String field) {
        String subject = "rosenstadt/bank-line/2013";
        return new Personal(
                subject,
                null,
                "enc:v1:" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=");
    }
}
