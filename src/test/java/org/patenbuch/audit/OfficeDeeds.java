package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;

/** What an office does beside money and hours: dialogue, notes, papers, the bank. Much of it is refused. */
final class OfficeDeeds {
    /** A path, and a body in which # is a number of its own and ? one from 1 to 4. */
    private record Deed(String path, String body) {}

    private static final List<Deed> COORDINATOR = List.of(
            new Deed(
                    "meetings",
                    "{'id':'SI-#','heldOn':'2012-0?-10','title':'Runde #','participants':['Kim ?'],'summary':'Beraten'}"),
            new Deed("meetings/SI-?/withdrawal", "{'reason':'Fand nicht statt'}"),
            new Deed(
                    "demands",
                    "{'id':'FO-?','raisedOn':'2012-0?-11','addressee':'Landkreis','text':'Mehr #','answerBy':'2012-12-0?'}"),
            new Deed("demands/FO-?/answer", "{'on':'2012-11-0?','answer':'MET'}"),
            new Deed(
                    "commitments",
                    "{'id':'ZU-?','madeOn':'2012-0?-12','by':'Wohnbau','text':'Raum #','dueOn':'2012-12-0?'}"),
            new Deed("commitments/ZU-?/fulfilment", "{'on':'2012-12-0?'}"),
            new Deed(
                    "recognitions",
                    "{'id':'AN-?','sponsorId':'V-?','awardedOn':'2012-12-0?','title':'Dank','basis':'#'}"),
            new Deed("recognitions/AN-?/revocation", "{'reason':'Versehen'}"),
            new Deed("sponsorships/S-?/notes", "{'id':'NO-#','on':'2012-10-0?','text':'Notiz #'}"),
            new Deed("sponsorships/S-?/phase", "{'phase':'ACCOMPANYING','on':'2012-10-0?'}"),
            new Deed("sponsorships/S-?/rhythm", "{'everyDays':1?,'from':'2012-0?-01'}"),
            new Deed("sponsorships/S-4/end", "{'on':'2013-01-0?','outcome':'HANDED_TO_PROFESSIONALS'}"),
            new Deed("sponsors/V-?/pause", "{'on':'2013-0?-01','reason':'krank'}"),
            new Deed("sponsors/V-?/return", "{'on':'2013-0?-20'}"),
            new Deed("sponsors/V-?/profile", "{'languages':['ar'],'districts':['Nord #']}"),
            new Deed("households/H-?/profile", "{'languages':['uk']}"),
            new Deed("households/H-?/consent", "{'givenOn':'2012-0?-01','scope':'Umfang #'}"),
            new Deed("hour-claims", "{'id':'EA-#','funder':'P-?','from':'2012-1?-01','to':'2013-01-31'}"),
            new Deed("hour-claims/EA-#/withdrawal", "{'reason':'Falscher Zeitraum'}"),
            new Deed("reports", "{'id':'BE-?','name':'Bericht #','from':'2012-01-01','to':'2012-12-31'}"),
            new Deed("rules", "{'rule':'SPONSOR_CAPACITY','value':?,'validFrom':'2012-0?-15'}"));

    private static final String STATEMENT = """
            Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Kontonummer;Betrag;Währung
            DE02120300000000202051;0?.02.12;0?.02.12;GUTSCHRIFT;Spende #;Wohnbau;DE21500500009876543210;#,00;EUR
            """;

    private final Random random;
    private final Caller coordinator;
    private final Caller finance;
    private int number;

    OfficeDeeds(long seed, Caller coordinator, Caller finance) {
        this.random = new Random(seed);
        this.coordinator = coordinator;
        this.finance = finance;
    }

    /** @return the position it was written at; 0 where it was refused */
    long next() {
        Answer answer = random.nextInt(10) == 0 ? statement() : deed();
        assertThat(answer.status()).as(String.valueOf(answer.body())).isLessThan(500);
        return answer.status() == 201 ? Long.parseLong(answer.at("/position")) : 0;
    }

    private Answer deed() {
        Deed deed = COORDINATOR.get(random.nextInt(COORDINATOR.size()));
        return coordinator.post(filled(deed.path(), number), filled(deed.body(), ++number));
    }

    private Answer statement() {
        String file = filled(STATEMENT, ++number);
        return finance.upload("bank-statements", file.getBytes(StandardCharsets.UTF_8), "auszug.csv");
    }

    private String filled(String text, int counted) {
        StringBuilder filled = new StringBuilder();
        for (char one : text.replace("#", String.valueOf(counted)).toCharArray()) {
            filled.append(one == '?' ? String.valueOf(1 + random.nextInt(4)) : String.valueOf(one));
        }
        return filled.toString();
    }
}
