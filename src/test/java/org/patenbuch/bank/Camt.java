package org.patenbuch.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes camt.053 files as banks do, in the versions they use. */
final class Camt {
    static final String OWN = "DE02120300000000202051";
    static final String OTHER = "DE21500500009876543210";

    private final String version;
    private final List<String> statements = new ArrayList<>();

    Camt(String version) {
        this.version = version;
    }

    /** @param opening in cents, as {@code closing} */
    Camt statement(String id, String from, String to, long opening, long closing, String... entries) {
        return raw("""
                <Stmt><Id>%s</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2013-02-01T08:00:00</CreDtTm>
                <FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt>
                <Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>%s%s%s</Stmt>""".formatted(
                        id,
                        from,
                        to,
                        OWN,
                        balance("OPBD", opening, from),
                        balance("CLBD", closing, to),
                        String.join("", entries)));
    }

    Camt raw(String statement) {
        statements.add(statement);
        return this;
    }

    static String balance(String code, long cents, String day) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
                <CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>""".formatted(code, euro(cents), cents < 0 ? "DBIT" : "CRDT", day);
    }

    /** An entry with one transaction. */
    String entry(long cents, String day, String reference, String payer, String purpose) {
        return booking(cents, day, reference, "BOOK", details(null, payer, OTHER, purpose, cents < 0));
    }

    String booking(long cents, String day, String reference, String status, String details) {
        String state = version.equals("08") ? "<Cd>" + status + "</Cd>" : status;
        String bank = reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>";
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>%s
                <BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd><NtryDtls>%s</NtryDtls></Ntry>""".formatted(euro(cents), cents < 0 ? "DBIT" : "CRDT", state, day, day, bank, details);
    }

    /** @param cents of its own, in a batch; null where the entry says it all */
    String details(Long cents, String name, String iban, String purpose, boolean out) {
        String other = out ? "Cdtr" : "Dbtr";
        String party = version.equals("08")
                ? "<%1$s><Pty><Nm>%2$s</Nm></Pty></%1$s>".formatted(other, name)
                : "<%1$s><Nm>%2$s</Nm></%1$s>".formatted(other, name);
        return "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>%s<RltdPties>%s<%3$sAcct><Id><IBAN>%4$s</IBAN></Id></%3$sAcct></RltdPties><RmtInf><Ustrd>%5$s</Ustrd></RmtInf></TxDtls>"
                .formatted(amount(cents), party, other, iban, purpose);
    }

    private String amount(Long cents) {
        if (cents == null) {
            return "";
        }
        String amount = "<Amt Ccy=\"EUR\">" + euro(cents) + "</Amt>";
        return version.equals("02")
                ? "<AmtDtls><TxAmt>" + amount + "</TxAmt></AmtDtls>"
                : amount + "<CdtDbtInd>" + (cents < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd>";
    }

    String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt>
                <GrpHdr><MsgId>M1</MsgId><CreDtTm>2013-02-01T08:00:00</CreDtTm></GrpHdr>%s</BkToCstmrStmt></Document>""".formatted(version, String.join("\n", statements));
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    static String euro(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
