package org.patenbuch.start;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;

/** One year as both views answer it, of the size of the Rosenstadt scenario, with names as long as they get. */
final class Sample {
    static final int YEAR = 2013;
    private static final long[] MINUTES = {
        11655, 10620, 12945, 13965, 10995, 12390, 12735, 12960, 11595, 14145, 12195, 13035
    };
    private static final long[] RECEIVED = {812_500, 0, 222_500, 1_035_000, 0, 0, 962_655, 75_000, 0, 1_022_500, 0, 0};
    private static final long[] SPENT = {
        231_088, 239_902, 257_404, 241_770, 228_014, 250_925, 244_600, 239_115, 236_478, 259_330, 248_741, 271_995
    };

    private Sample() {}

    static Funding funding() {
        return new Funding(
                new Funding.Totals(4_140_000, 4_130_155, 206_550, 205_000, 2_949_362, 72_500, 2_112_114),
                List.of(
                        partner("P-WGR", "Wohnungsgenossenschaft Rosenstadt eG", 900_000, 900_000, 206_550, 0),
                        partner("P-SWR", "Städtischer Wohnungsbau Rosenstadt GmbH", 600_000, 600_000, 0, 0),
                        partner("P-SPK", "Sparkasse Rosenland", 550_000, 612_655, 0, 0),
                        partner("P-STW", "Stadtwerke Rosenstadt GmbH", 290_000, 217_500, 0, 0),
                        partner(
                                "P-LKR",
                                "Landkreis Rosenland, Jugendamt und Sozialamt",
                                1_800_000,
                                1_800_000,
                                0,
                                205_000),
                        partner("P-LAG", "Landesarbeitsgemeinschaft der Freiwilligenagenturen", 0, 0, 0, 0)),
                List.of(
                        new Funding.FundLine("F-KOO", "Koordination des Ehrenamts", 3_300_000, 2_690_600, 1_123_649),
                        new Funding.FundLine("F-QUA", "Qualifizierung", 537_655, 140_348, 702_586),
                        new Funding.FundLine("F-ANE", "Anerkennung", 217_500, 118_414, 210_879),
                        new Funding.FundLine("F-FREI", "Freie Mittel", 75_000, 0, 75_000)),
                months().mapToObj(i -> new Funding.MonthLine(YearMonth.of(YEAR, i + 1), RECEIVED[i], SPENT[i]))
                        .toList(),
                4711,
                Instant.parse("2014-02-01T09:00:00Z"));
    }

    static Engagement engagement() {
        return new Engagement(
                new Engagement.Totals(149_235, 120_000, 1_470, 43, 52),
                months().mapToObj(i -> new Engagement.MonthLine(YearMonth.of(YEAR, i + 1), MINUTES[i]))
                        .toList(),
                List.of(
                        new Engagement.ActivityLine("VISIT", 103_350),
                        new Engagement.ActivityLine("ACCOMPANIMENT", 31_935),
                        new Engagement.ActivityLine("TRAVEL", 13_950)),
                List.of(
                        new Engagement.SponsorLine("V-01", "Anna Ahorn", 4_215),
                        new Engagement.SponsorLine("V-02", null, 2_700),
                        new Engagement.SponsorLine("V-03", "Clara Buche", 3_975)),
                4711,
                Instant.parse("2014-02-01T09:00:00Z"));
    }

    private static Funding.PartnerLine partner(
            String id, String name, long pledged, long money, long kind, long staff) {
        return new Funding.PartnerLine(id, name, pledged, money, kind, staff);
    }

    private static IntStream months() {
        return IntStream.range(0, 12);
    }
}
