package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patenbuch.Caller;
import org.patenbuch.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the partnership through which {@link EndpointsTest} walks: of everything one, all of it OWN-. */
final class Walk {
    /** The name of a household: for nobody but coordinators and the sponsor who accompanies it. */
    static final String SECRET = "Familie Verborgenheim";

    private static final Map<String, String> MONEY = new LinkedHashMap<>();
    private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

    static {
        MONEY.put("partners", """
                {"id":"OWN-P","name":"Wohnbau","kind":"COMPANY","roles":["FUNDER"],"since":"2010-01-01"}""");
        MONEY.put("partners#", """
                {"id":"FAR-P","name":"Stadtwerke","kind":"COMPANY","roles":["FUNDER"],"since":"2010-01-01"}""");
        MONEY.put("funds", """
                {"id":"T-1","name":"Koordination","purpose":"Lohn","restricted":false}""");
        MONEY.put("pledges", """
                {"id":"OWN-Z","partnerId":"OWN-P","fundId":"T-1","amountCents":5000,"from":"2013-01-01","to":"2013-12-31"}""");
        MONEY.put("contributions", """
                {"id":"OWN-B","partnerId":"OWN-P","fundId":"T-1","pledgeId":"OWN-Z","kind":"MONEY","nature":"GIFT",
                "amountCents":4000,"receivedOn":"2013-02-01","evidence":"Auszug 1"}""");
        MONEY.put("expenses", """
                {"id":"OWN-A","fundId":"T-1","category":"Reisekosten","amountCents":1000,"paidOn":"2013-03-01",
                "payee":"Bahn","voucher":"2013-1"}""");
        PEOPLE.put("sponsors", """
                {"id":"OWN-V","name":"Anna Ahorn","kind":"FAMILY","joinedOn":"2012-01-01"}""");
        PEOPLE.put("sponsors#", """
                {"id":"FAR-V","name":"Bert Buche","kind":"FAMILY","joinedOn":"2012-01-01"}""");
        PEOPLE.put("sponsors/OWN-V/training", """
                {"completedOn":"2012-01-10","hours":30}""");
        PEOPLE.put("sponsors/OWN-V/certificate", """
                {"seenOn":"2012-01-20","listedConviction":false}""");
        PEOPLE.put("households", """
                {"id":"OWN-H","name":"%s","district":"Nord","need":"Lernen","referredBy":"OWN-P","openedOn":"2012-01-01",
                "consent":{"givenOn":"2012-01-01","scope":"Begleitung"}}""".formatted(SECRET));
        PEOPLE.put("sponsorships", """
                {"id":"OWN-M","sponsorId":"OWN-V","householdId":"OWN-H","from":"2012-02-01","scope":"Hausaufgaben"}""");
        PEOPLE.put("hours", """
                {"id":"OWN-S","sponsorId":"OWN-V","sponsorshipId":"OWN-M","on":"2013-05-03","minutes":90,"activity":"VISIT"}""");
        PEOPLE.put("meetings", """
                {"id":"SI-1","heldOn":"2013-05-01","title":"Runder Tisch","participants":["Wohnbau"],"summary":"Beraten"}""");
        PEOPLE.put("demands", """
                {"id":"FO-1","raisedOn":"2013-05-01","addressee":"Landkreis","text":"Mehr Planbarkeit"}""");
        PEOPLE.put("commitments", """
                {"id":"ZU-1","madeOn":"2013-05-01","by":"Wohnbau","text":"Raum stellen","dueOn":"2013-09-01"}""");
        PEOPLE.put("recognitions", """
                {"id":"AN-1","sponsorId":"OWN-V","awardedOn":"2013-05-01","title":"Dank","basis":"100 Stunden"}""");
    }

    private Walk() {}

    /** A program of its own for every role: the partner is OWN-P, the sponsor OWN-V. */
    static Map<Role, Caller> everyRole(int port, String partnership, JdbcClient jdbc) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        Map<Role, Caller> programs = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String partnerId = role == Role.PARTNER ? "OWN-P" : null;
            String sponsorId = role == Role.SPONSOR ? "OWN-V" : null;
            programs.put(role, Caller.in(address, jdbc, role, partnerId, sponsorId));
        }
        return programs;
    }

    /** @return the position up to which it has been written */
    static long fill(Caller finance, Caller coordinator) {
        MONEY.forEach((path, body) -> send(finance, path, body));
        long last = 0;
        for (var entry : PEOPLE.entrySet()) last = send(coordinator, entry.getKey(), entry.getValue());
        return last;
    }

    private static long send(Caller caller, String path, String body) {
        var answer = caller.post(path.replace("#", ""), body);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(201);
        return Long.parseLong(String.valueOf(answer.at("/position")));
    }
}
