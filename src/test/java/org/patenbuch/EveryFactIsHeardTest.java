package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller.Answer;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * A year of an office in which every kind of fact happens, and after each step what is asked beside it is answered
 * otherwise than before: whoever takes the hearing of one fact out of a view is told its name.
 */
class EveryFactIsHeardTest extends LedgerTest {
    /** What the lists do not show: the beginning itself, and what the dossier shows and its own tests hear. */
    private static final Set<String> ELSEWHERE = Set.of(
            "PartnershipFounded",
            "ErasureRequested",
            "ErasureRequestWithdrawn",
            "HoldPlaced",
            "HoldLifted",
            "PersonErased",
            "TextsErased");

    /** Who sends what, and which answers change by it. */
    private static final String STORY = """
            F partners {'id':'P-1','name':'Wohnbau','kind':'COMPANY','roles':['FUNDER'],'since':'2010-01-01'} > partners
            F funds {'id':'F-1','name':'Frei','purpose':'Alles','restricted':false} > funds
            F funds {'id':'F-2','name':'Reisen','purpose':'Reisen','restricted':false} > funds
            F funds/F-1/budget-lines {'id':'BL-1','year':2013,'category':'Reise','amountCents':5000} > funds/F-1/budget?to=2013-12-31
            F pledges {'id':'Z-1','partnerId':'P-1','fundId':'F-1','amountCents':9000,'from':'2013-01-01','to':'2013-12-31'} > pledges
            F pledges/Z-1/amendment {'amountCents':8000,'reason':'weniger'} > pledges/Z-1
            F contributions {'id':'B-1','partnerId':'P-1','fundId':'F-1','kind':'MONEY','nature':'GIFT','amountCents':4000,'receivedOn':'2013-02-01','evidence':'1'} > contributions funds/F-1 funding
            F contributions/B-1/link {'pledgeId':'Z-1'} > contributions/B-1 pledges/Z-1
            F contributions {'id':'B-2','partnerId':'P-1','fundId':'F-1','kind':'MONEY','nature':'GIFT','amountCents':500,'receivedOn':'2013-02-02','evidence':'2'} > contributions
            F contributions/B-2/reversal {'reason':'doppelt'} > contributions/B-2 funding
            F expenses {'id':'A-1','fundId':'F-1','category':'Reise','amountCents':1000,'paidOn':'2013-03-01','payee':'Bahn','voucher':'1'} > expenses contributions/B-1 funding
            F expenses/A-1/reversal {'reason':'falsch'} > expenses/A-1 contributions/B-1 funding
            F funds/F-1/transfers {'toFundId':'F-2','amountCents':700,'on':'2013-03-05','reason':'Reisen'} > funds/F-1 funds/F-2
            C proposals {'id':'VA-1','fundId':'F-1','category':'Reise','amountCents':300,'paidOn':'2013-03-06','payee':'Bus','voucher':'2'} > proposals
            F proposals/VA-1/acceptance {} > proposals/VA-1
            C proposals {'id':'VA-2','fundId':'F-1','category':'Reise','amountCents':300,'paidOn':'2013-03-06','payee':'Taxi','voucher':'3'} > proposals
            F proposals/VA-2/refusal {'reason':'zu teuer'} > proposals/VA-2
            F contributions/B-1/files FILE > contributions/B-1
            F bank-statements FILE > bank-lines bank-statements
            F bank-lines/LINE/setting-aside {'reason':'unklar'} > bank-lines/LINE
            F bank-lines/LINE/release {'reason':'doch'} > bank-lines/LINE
            F bank-lines/LINE/assignment {'entry':'CONTRIBUTION','entryId':'B-1'} > bank-lines/LINE
            F pledges/Z-1/withdrawal {'reason':'Ende'} > pledges/Z-1
            F funds {'id':'F-3','name':'Leer','purpose':'Nichts','restricted':true} > funds
            F funds/F-3/closing {'reason':'leer'} > funds/F-3
            F period-locks {'id':'L-1','from':'2001-01-01','to':'2001-12-31'} > period-locks
            C period-locks/L-1/reopening {'reason':'Nachtrag'} > period-locks
            C rules {'id':'RE-1','rule':'SPONSOR_CAPACITY','value':4,'validFrom':'2012-01-01'} > rules
            C sponsors {'id':'V-1','name':'Anna','kind':'FAMILY','joinedOn':'2011-12-01'} > sponsors
            C sponsors/V-1/profile {'languages':['ar'],'districts':['Nord']} > sponsors/V-1
            C sponsors/V-1/interview {'heldOn':'2011-12-02'} > sponsors/V-1
            C sponsors/V-1/interview/withdrawal {'heldOn':'2011-12-02','reason':'war keins'} > sponsors/V-1
            C sponsors/V-1/training {'completedOn':'2011-12-10','hours':30} > sponsors/V-1
            C sponsors/V-1/training/withdrawal {'completedOn':'2011-12-10','reason':'war keine'} > sponsors/V-1
            C sponsors/V-1/training {'completedOn':'2011-12-11','hours':30} > sponsors/V-1
            C sponsors/V-1/certificate {'seenOn':'2011-12-12','listedConviction':false} > sponsors/V-1
            C sponsors/V-1/certificate/deletion {} > sponsors/V-1
            C sponsors/V-1/certificate {'seenOn':'2011-12-13','listedConviction':false} > sponsors/V-1
            C households {'id':'H-1','district':'Nord','need':'Lernen','referredBy':'P-1','openedOn':'2012-01-01','consent':{'givenOn':'2012-01-01','scope':'Begleitung'}} > households
            C households/H-1/profile {'languages':['uk']} > households/H-1
            C households/H-1/consent/withdrawal {'on':'2012-01-05'} > households/H-1
            C households/H-1/consent {'givenOn':'2012-01-06','scope':'Alles'} > households/H-1
            C sponsorships {'id':'M-1','sponsorId':'V-1','householdId':'H-1','from':'2012-02-01','scope':'Lernen'} > sponsorships
            C sponsorships/M-1/phase {'phase':'ACCOMPANYING','on':'2012-02-02'} > sponsorships/M-1
            C sponsorships/M-1/rhythm {'everyDays':14,'from':'2012-02-02'} > sponsorships/M-1
            C sponsorships/M-1/notes {'id':'N-1','on':'2012-02-03','text':'Gut'} > sponsorships/M-1/notes
            C sponsorships/M-1/notes/N-1/withdrawal {} > sponsorships/M-1/notes
            C hours {'id':'S-1','sponsorId':'V-1','sponsorshipId':'M-1','on':'2013-05-03','minutes':90,'activity':'VISIT'} > hours engagement
            C hours/S-1/return {'comment':'Welcher Tag?'} > hours/S-1
            C hours/S-1/correction {'minutes':60,'reason':'kürzer'} > hours/S-1 engagement
            C hours {'id':'S-2','sponsorId':'V-1','sponsorshipId':'M-1','on':'2013-05-04','minutes':30,'activity':'VISIT'} > hours
            C hours/S-2/withdrawal {'reason':'doppelt'} > hours/S-2 engagement
            C timesheets/V-1/2013-05/submission {} > timesheets
            C timesheets/V-1/2013-05/approval {} > hours/S-1 engagement
            C timesheets/V-1/2013-05/revocation {'reason':'nachsehen'} > hours/S-1 engagement
            C timesheets/V-1/2013-05/approval {} > hours/S-1
            C rules {'id':'RE-2','rule':'HOUR_VALUE_CENTS','value':1000,'validFrom':'2012-01-01'} > rules
            C hour-claims {'id':'EA-1','funder':'P-1','from':'2013-05-01','to':'2013-05-31'} > hour-claims
            C hour-claims/EA-1/withdrawal {'reason':'doch nicht'} > hour-claims
            C sponsorships/M-1/end {'on':'2013-06-01','outcome':'HANDED_TO_PROFESSIONALS'} > sponsorships/M-1
            C sponsorships/M-1/follow-up {'with':'Jugendamt','dueOn':'2013-07-01'} > sponsorships/M-1 follow-ups
            C sponsorships/M-1/follow-up/done {'on':'2013-07-02'} > sponsorships/M-1 follow-ups
            C sponsors/V-1/pause {'on':'2013-08-01'} > sponsors/V-1
            C sponsors/V-1/return {'on':'2013-09-01'} > sponsors/V-1
            C sponsors/V-1/departure {'on':'2013-10-01','reason':'Umzug'} > sponsors/V-1
            C sponsors/V-1/departure/withdrawal {'reason':'bleibt'} > sponsors/V-1
            C households/H-1/closure {'on':'2013-10-01','reason':'Umzug'} > households/H-1
            C meetings {'id':'SI-1','heldOn':'2013-05-01','title':'Runde','participants':['Kim'],'summary':'Gut'} > meetings
            C meetings/SI-1/withdrawal {'reason':'fand nicht statt'} > meetings/SI-1
            C demands {'id':'FO-1','raisedOn':'2013-05-01','addressee':'Landkreis','text':'Mehr'} > demands
            C demands/FO-1/answer {'on':'2013-06-01','answer':'MET'} > demands/FO-1
            C demands {'id':'FO-2','raisedOn':'2013-05-01','addressee':'Landkreis','text':'Mehr'} > demands
            C demands/FO-2/withdrawal {'reason':'erledigt'} > demands/FO-2
            C commitments {'id':'ZU-1','madeOn':'2013-05-01','by':'Wohnbau','text':'Raum','dueOn':'2013-09-01'} > commitments
            C commitments/ZU-1/postponement {'dueOn':'2013-10-01','reason':'dauert'} > commitments/ZU-1
            C commitments/ZU-1/fulfilment {'on':'2013-09-15'} > commitments/ZU-1
            C commitments {'id':'ZU-2','madeOn':'2013-05-01','by':'Wohnbau','text':'Raum','dueOn':'2013-09-01'} > commitments
            C commitments/ZU-2/drop {'reason':'geht nicht'} > commitments/ZU-2
            C recognitions {'id':'AN-1','sponsorId':'V-1','awardedOn':'2013-05-01','title':'Dank','basis':'100'} > recognitions
            C recognitions/AN-1/revocation {'reason':'Versehen'} > recognitions/AN-1
            F reports {'id':'BE-1','name':'Jahr','from':'2013-01-01','to':'2013-12-31'} > reports
            A check-marks {'id':'PM-1','position':LAST,'finding':'IN_ORDER'} > check-marks
            """;

    private static final byte[] STATEMENT = """
            Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Kontonummer;Betrag;Währung
            DE02120300000000202051;01.02.13;01.02.13;GUTSCHRIFT;Spende;Wohnbau;DE21500500009876543210;40,00;EUR
            """.getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventCodec codec;

    private final Map<Role, Caller> people = new EnumMap<>(Role.class);
    private final Set<String> heard = new TreeSet<>();
    private final Set<String> unheard = new TreeSet<>();
    private long last;
    private String line = "";

    @Test
    void every_fact_changes_what_is_answered() {
        for (Role role : List.of(Role.FINANCE, Role.COORDINATOR, Role.AUDITOR)) {
            people.put(role, Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, null, null));
        }
        last = jdbc.sql("SELECT max(position) FROM event").query(Long.class).single();
        STORY.lines().forEach(this::step);
        assertThat(unheard).as("facts after which an answer stayed as it was").isEmpty();
        Set<String> facts = codec.types().values().stream()
                .filter(fact -> !fact.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .map(Class::getSimpleName)
                .filter(name -> !ELSEWHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(heard).as("facts that happen in the story").containsAll(facts);
    }

    private void step(String told) {
        String[] halves = told.replace("LAST", "" + last).replace("LINE", line).split(" > ");
        String[] sent = halves[0].split(" ", 3);
        List<String> asked = List.of(halves[1].split(" "));
        List<String> before = asked.stream().map(this::answer).toList();
        Answer answer = send(sent);
        assertThat(answer.status()).as(told + " " + answer.body()).isIn(200, 201);
        long since = last;
        last = Math.max(last, Long.parseLong(answer.at("/position")));
        Set<String> types = types(since);
        for (int n = 0; n < asked.size(); n++) {
            if (answer(asked.get(n)).equals(before.get(n))) unheard.add(types + " at " + asked.get(n));
        }
        heard.addAll(types);
        if (sent[1].equals("bank-statements")) {
            line = people.get(Role.FINANCE).get("bank-lines").at("/items/0/id");
        }
    }

    private Answer send(String[] sent) {
        Caller sender = people.get(
                switch (sent[0]) {
                    case "F" -> Role.FINANCE;
                    case "C" -> Role.COORDINATOR;
                    default -> Role.AUDITOR;
                });
        if (!sent[2].equals("FILE")) return sender.post(sent[1], sent[2]);
        return sent[1].equals("bank-statements")
                ? sender.upload(sent[1], STATEMENT, "auszug.csv")
                : sender.upload(sent[1], "%PDF-1.4 Beleg".getBytes(StandardCharsets.UTF_8), "beleg.pdf");
    }

    /** Without the moment, which is always another. */
    private String answer(String question) {
        Answer answer = people.get(Role.COORDINATOR)
                .get(question + (question.contains("?") ? "&" : "?") + "minPosition=" + last);
        assertThat(answer.status()).as(question).isIn(200, 404);
        ObjectNode body = (ObjectNode) answer.body();
        body.remove(List.of("position", "knownAt"));
        return body.toString();
    }

    private Set<String> types(long since) {
        Answer events = people.get(Role.COORDINATOR).get("events?after=" + since + "&limit=50&minPosition=" + last);
        return events.body()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
