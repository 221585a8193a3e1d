package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that sends people over HTTP: V-01 accompanies H-001 in M-001. */
public abstract class PeopleHttpTest extends PeopleTest {
    protected static final String SPONSOR = "{'id':'V-01','name':'Anna Ahorn','kind':'FAMILY','joinedOn':'2012-01-01'}";
    protected static final String HOUSEHOLD = "{'id':'H-001','name':'Familie Birnbaum','district':'Nordstadt',"
            + "'need':'Lernbegleitung','referredBy':'P-1','openedOn':'2012-01-01',"
            + "'consent':{'givenOn':'2012-01-01','scope':'Begleitung'}}";
    protected static final String SPONSORSHIP =
            "{'id':'M-001','sponsorId':'V-01','householdId':'H-001','from':'2012-02-01','scope':'homework'}";
    protected static final String VISIT = "{'id':'S-1','sponsorId':'V-01','sponsorshipId':'M-001','on':'2013-05-03',"
            + "'minutes':90,'activity':'VISIT','note':'read together'}";

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    protected Caller coordinator;

    @BeforeEach
    void signIn() {
        coordinator = as(Role.COORDINATOR);
        send(new RegisterPartner(
                partnership,
                "P-1",
                "Wohnbau",
                PartnerEvent.Kind.COMPANY,
                List.of(PartnerEvent.PartnerRole.REFERRER),
                JOINED));
    }

    protected final Caller as(Role role) {
        return Caller.in(
                "http://127.0.0.1:" + port + "/api/v1/" + partnership,
                jdbc,
                role,
                role == Role.PARTNER ? "P-1" : null,
                role == Role.SPONSOR ? "V-01" : null);
    }

    /** A coordinator in front of the pages of this test's partnership. */
    protected final Site atThePages() {
        return atThePages(coordinator);
    }

    protected final Site atThePages(Caller someone) {
        return someone.atThePages(port);
    }

    protected final Answer done(String path, String body) {
        Answer answer = coordinator.post(path, body);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(201);
        assertThat(answer.header("Ledger-Position")).isEqualTo(answer.at("/position"));
        return answer;
    }

    protected final Answer theWholePath() {
        done("sponsors", SPONSOR);
        done("sponsors/V-01/training", "{'completedOn':'2012-01-10','hours':30}");
        done("sponsors/V-01/certificate", "{'seenOn':'2012-01-20','listedConviction':false}");
        done("households", HOUSEHOLD);
        done("sponsorships", SPONSORSHIP);
        return done("hours", VISIT);
    }

    protected static String seen(Answer answer) {
        return "minPosition=" + answer.at("/position");
    }
}
