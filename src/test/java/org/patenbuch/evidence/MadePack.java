package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small pack made without a database, as the product writes them: every kind of event that moves a figure, two
 * checkpoints before the newest, and a key that was handed over after the first of them.
 */
final class MadePack {
    static final String ORIGIN = "patenbuch/p";
    static final int FIRST = 5;
    static final int SECOND = 20;

    /** @param payload JSON with single quotes */
    record Fact(String stream, String type, String payload) {}

    static final String FUNDING = """
            {"position":99,"totals":{"pledgedCents":107000,"receivedMoneyCents":89070,"receivedInKindCents":1111,
            "receivedStaffTimeCents":3300,"spentCents":4321,"outstandingCents":19930,"balanceCents":84749},
            "byPartner":[{"partnerId":"P-1","name":"x","pledgedCents":80000,"receivedMoneyCents":60070,
            "receivedInKindCents":1111,"receivedStaffTimeCents":0},{"partnerId":"P-2","pledgedCents":27000,
            "receivedMoneyCents":29000,"receivedInKindCents":0,"receivedStaffTimeCents":3300}],
            "byFund":[{"fundId":"F-1","receivedMoneyCents":80070,"spentCents":4321,"balanceCents":65749},
            {"fundId":"F-2","receivedMoneyCents":9000,"spentCents":0,"balanceCents":19000}],
            "byMonth":[{"month":"2013-03","receivedMoneyCents":60070,"spentCents":0},
            {"month":"2013-04","receivedMoneyCents":29000,"spentCents":0},
            {"month":"2013-05","receivedMoneyCents":0,"spentCents":4321}]}""";
    static final String ENGAGEMENT = """
            {"knownAt":"2026-11-24","totals":{"minutes":80,"approvedMinutes":10,"entries":4,"activeSponsors":2,
            "households":2},"byMonth":[{"month":"2013-03","minutes":35},{"month":"2013-04","minutes":0},
            {"month":"2013-05","minutes":0},{"month":"2013-06","minutes":45}],
            "byActivity":[{"activity":"VISIT","minutes":50},{"activity":"TRAVEL","minutes":30}],
            "bySponsor":[{"sponsorId":"V-1","minutes":35},{"sponsorId":"V-2","minutes":45}]}""";

    final SigningKey old = SigningKey.random();
    final SigningKey key = SigningKey.random();
    final List<Fact> facts = new ArrayList<>();

    MadePack() {
        fact("partnership/p", "PartnershipFounded", "{'name':'\\ \1\37\b\f\n\r\t \" ü€'}");
        fact("partner/P-1", "PartnerRegistered", "{'partnerId':'P-1'}");
        fact("partner/P-2", "PartnerRegistered", "{'partnerId':'P-2'}");
        fact("fund/F-1", "FundOpened", "{'fundId':'F-1'}");
        fact("fund/F-2", "FundOpened", "{'fundId':'F-2'}");
        pledge("Z-1", "P-1", 100_000);
        pledge("Z-2", "P-2", 50_000);
        pledge("Z-3", "P-2", 7_000);
        fact("pledge/Z-1", "PledgeAmended", "{'pledgeId':'Z-1','amountCents':80000}");
        gift("Recorded", "B-1", "F-1", "P-1", "Z-1", "MONEY", 60_000, "2013-03-05");
        gift("Recorded", "B-2", "F-1", "P-2", "Z-2", "MONEY", 20_000, "2013-04-05");
        gift("Recorded", "B-3", "F-1", "P-2", null, "STAFF_TIME", 3_300, "2013-04-05");
        gift("Recorded", "B-4", "F-2", "P-1", null, "IN_KIND", 1_111, "2013-04-05");
        gift("Recorded", "B-5", "F-1", "P-2", "Z-2", "MONEY", 500, "2013-05-05");
        gift("Reversed", "B-5", "F-1", "P-2", "Z-2", "MONEY", 500, "2013-05-05");
        for (String bounced : new String[] {"B-6", "B-7"}) {
            gift("Recorded", bounced, "F-1", "P-1", null, "MONEY", 70, "2013-03-06");
            fact(
                    "fund/F-1",
                    "ContributionLinked",
                    "{'contributionId':'" + bounced + "','pledgeId':'Z-1','amountCents':70}");
        }
        gift("Reversed", "B-7", "F-1", "P-1", null, "MONEY", 70, "2013-03-06");
        gift("Recorded", "B-8", "F-2", "P-2", "Z-3", "MONEY", 9_000, "2013-04-06");
        fact("pledge/Z-2", "PledgeWithdrawn", "{'pledgeId':'Z-2'}");
        expense("Recorded", 4_321, "2013-05-01");
        expense("Recorded", 999, "2013-06-01");
        expense("Reversed", 999, "2013-06-01");
        fact("fund/F-1", "MoneyTransferredOut", "{'fundId':'F-1','amountCents':10000}");
        fact("fund/F-2", "MoneyTransferredIn", "{'fundId':'F-2','amountCents':10000}");
        hours();
    }

    private void hours() {
        hours("Logged", "X-0", "V-1", "H-1", "2013-03-01", "VISIT", 10);
        hours("Logged", "X-1", "V-1", "H-1", "2013-03-01", "VISIT", 20);
        hours("Logged", "X-2", "V-2", "H-2", "2013-06-01", "VISIT", 40);
        hours("Logged", "X-3", "V-2", "H-3", "2013-08-01", "TRAINING", 7);
        hours("Logged", "X-4", "V-2", null, "2013-06-02", "TRAVEL", 5);
        fact("timesheet/V-1", "TimesheetApproved", "{'entryIds':['X-0','X-1','X-2','X-4']}");
        hours("Corrected", "X-1", "V-1", "H-1", "2013-03-09", "TRAVEL", 25);
        fact("timesheet/V-2", "HoursWithdrawn", "{'entryId':'X-3'}");
        fact("timesheet/V-2", "HoursReturned", "{'entryId':'X-4'}");
        fact("timesheet/V-2", "ApprovalRevoked", "{'entryIds':['X-2']}");
    }

    MadePack fact(String stream, String type, String payload) {
        facts.add(new Fact(stream, type, payload));
        return this;
    }

    private void pledge(String id, String partner, long cents) {
        String payload = "{'pledgeId':'%s','partnerId':'%s','amountCents':%d}".formatted(id, partner, cents);
        fact("pledge/" + id, "PledgeMade", payload);
    }

    private void gift(
            String what, String id, String fund, String partner, String pledge, String kind, long cents, String on) {
        String payload = "{'contributionId':'%s','fundId':'%s','partnerId':'%s','kind':'%s','amountCents':%d"
                .formatted(id, fund, partner, kind, cents);
        String named = pledge == null ? "" : ",'pledgeId':'" + pledge + "'";
        fact("fund/" + fund, "Contribution" + what, payload + ",'receivedOn':'" + on + "'" + named + "}");
    }

    private void expense(String what, long cents, String on) {
        String payload = "{'fundId':'F-1','amountCents':%d,'paidOn':'%s'}".formatted(cents, on);
        fact("fund/F-1", "Expense" + what, payload);
    }

    private void hours(
            String what, String id, String sponsor, String household, String on, String activity, int minutes) {
        String of = household == null ? "" : ",'householdId':'" + household + "'";
        String payload = "{'entryId':'%s','sponsorId':'%s','on':'%s','activity':'%s','minutes':%d%s}"
                .formatted(id, sponsor, on, activity, minutes, of);
        fact("timesheet/" + sponsor, "Hours" + what, payload);
    }

    int size() {
        return facts.size();
    }

    VerifierKey verifierKey() {
        return VerifierKey.of(ORIGIN, VerifierKey.Type.ED25519, key.publicKey());
    }

    Pack pack() {
        List<byte[]> entries = new ArrayList<>();
        StringBuilder events = new StringBuilder();
        Map<String, Integer> streams = new HashMap<>();
        for (Fact fact : facts) {
            String payload = fact.payload().replace('\'', '"');
            String meta = "{\"actor\":\"tester\",\"n\":" + entries.size() + "}";
            long no = entries.size() + 1;
            int seq = streams.merge(fact.stream(), 1, Integer::sum) - 1;
            entries.add(new EntryLine(
                            no, "e-" + no, fact.stream(), seq, fact.type(), "1", "2026-11-24", hex(payload), hex(meta))
                    .bytes());
            events.append("{\"no\":" + no + ",\"payload\":" + EntryLine.quoted(payload) + ",\"meta\":"
                    + EntryLine.quoted(meta) + "}\n");
        }
        Pack pack = new Pack();
        pack.put("journal.ndjson", entries.stream().map(MadePack::text).collect(Collectors.joining("\n")) + "\n");
        pack.put("events.ndjson", events.toString());
        pack.put("checkpoint.txt", checkpoint(entries, entries.size(), key).toString());
        pack.put("key.txt", verifierKey() + "\n");
        pack.put("keys/1.txt", Keys.handover(old, key).toString());
        pack.put("consistency/" + FIRST + ".json", consistency(entries, FIRST, old));
        pack.put("consistency/" + SECOND + ".json", consistency(entries, SECOND, key));
        pack.put("views/funding.json", FUNDING).put("views/engagement.json", ENGAGEMENT);
        pack.put("READ-ME.txt", "how to check").put("manifest.json", "{\"recipient\":\"ALL\"}");
        return pack.manifestRight();
    }

    static Note checkpoint(List<byte[]> entries, int size, SigningKey by) {
        List<byte[]> leaves =
                entries.subList(0, size).stream().map(Sha256::leaf).toList();
        return new Checkpoint(ORIGIN, size, Tree.root(leaves)).sign(by);
    }

    private static String consistency(List<byte[]> entries, int size, SigningKey by) {
        List<byte[]> leaves = entries.stream().map(Sha256::leaf).toList();
        Proofs proofs =
                new Proofs((first, height) -> Tree.root(leaves.subList((int) first, (int) first + (1 << height))));
        String hashes = EvidenceApi.base64(proofs.consistency(size, entries.size())).stream()
                .map(EntryLine::quoted)
                .collect(Collectors.joining(","));
        return "{\"checkpoint\":"
                + EntryLine.quoted(checkpoint(entries, size, by).toString()) + ",\"hashes\":[" + hashes + "]}";
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static String hex(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
