package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.patenbuch.erasure.RetentionEvent.TextsErased;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.fund.ProposalEvent;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipEvent;
import org.patenbuch.pledge.PledgeEvent;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The funding view: what was promised, what came in, what was spent, what is left. Its rows are versions and are never
 * changed but for their end, so it answers for any moment of knowledge; sums by month answer for the present one.
 */
@Component
public class FundingView implements View {
    public static final String NAME = "funding";

    private static final String YEARS = """
            SELECT extract(year FROM month)::int FROM funding.fund_month WHERE partnership = :partnership
            UNION
            SELECT extract(year FROM month)::int FROM funding.pledge_month WHERE partnership = :partnership""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Moments moments;
    private final PersonalText texts;

    FundingView(JdbcClient jdbc, JsonMapper json, Moments moments, PersonalText texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.moments = moments;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void hear(List<Entry> batch) {
        PartnerRows partners = new PartnerRows();
        PledgeRows pledges = new PledgeRows(json);
        PayeeRows payees = new PayeeRows(batch, texts);
        FundRows funds = new FundRows(pledges, payees);
        RuleRows rules = new RuleRows();
        ProposalRows proposals = new ProposalRows(payees);
        for (Entry entry : batch) {
            String partnership = entry.partnership();
            switch (entry.event()) {
                case FundEvent event -> funds.hear(event, partnership, entry.position());
                case PledgeEvent event -> pledges.hear(event, partnership, entry.position());
                case PartnerEvent event -> partners.hear(event, partnership, entry.position());
                case ProposalEvent event -> proposals.hear(event, partnership, entry.position());
                case PartnershipEvent event -> rules.hear(event, partnership, entry.position());
                case TextsErased event -> payees.hear(event, partnership);
                default -> {}
            }
        }
        partners.write(jdbc);
        funds.write(jdbc);
        pledges.write(jdbc);
        rules.write(jdbc);
        proposals.write(jdbc);
        payees.write(jdbc);
    }

    /** For a period, both days included, as known now. */
    public Funding answer(String partnership, LocalDate from, LocalDate to) {
        return answer(
                partnership, new Asked(from, to, null, null, null, null, null, null, null, null, null, null, null));
    }

    public Funding answer(String partnership, Asked asked) {
        return moments.answer(asked, NAME, partnership, moment -> {
            FundSums funds = new FundSums(jdbc, partnership, asked, moment);
            PartnerSums partners = new PartnerSums(jdbc, partnership, null, asked, moment);
            return new Funding(
                    partners.totals(funds.spentCents(), funds.balanceCents()),
                    partners.byPartner(),
                    funds.byFund(),
                    funds.byMonth(),
                    moment.position(),
                    moment.knownAt());
        });
    }

    /** What one partner may see: its own promises and gifts, and what became of its money. No fund as a whole. */
    public Funding answerFor(String partnerId, String partnership, Asked asked) {
        return moments.answer(asked, NAME, partnership, moment -> {
            OwnMoney own = new OwnMoney(jdbc, partnership, partnerId, asked, moment);
            PartnerSums partners = new PartnerSums(jdbc, partnership, partnerId, asked, moment);
            return new Funding(
                    partners.totals(own.spentCents(), own.leftCents()),
                    partners.byPartner(),
                    List.of(),
                    own.byMonth(),
                    moment.position(),
                    moment.knownAt());
        });
    }

    /** How much this view knows for a question; what else is asked about the same moment is answered alike. */
    public Moment moment(String partnership, Asked asked) {
        return moments.answer(asked, NAME, partnership, moment -> moment);
    }

    /** Cash at the end of a day, by fund, as known at a moment; funds that never had any are left out. */
    public Map<String, Long> balances(String partnership, LocalDate day, Moment moment) {
        return new TreeMap<>(FundSums.balances(jdbc, partnership, day, moment.past()));
    }

    /** The years with any entry, as known at the moment asked for. */
    public SortedSet<Integer> years(String partnership, Asked asked) {
        return asked.looksBack()
                ? answer(partnership, asked.then()).byMonth().stream()
                        .map(line -> line.month().getYear())
                        .collect(Collectors.toCollection(TreeSet::new))
                : years(partnership);
    }

    /** The years with any entry. */
    public SortedSet<Integer> years(String partnership) {
        return new TreeSet<>(jdbc.sql(YEARS)
                .param("partnership", partnership)
                .query(Integer.class)
                .list());
    }
}
