package org.patenbuch.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.fund.Accepting;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.funding.Funding;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.springframework.beans.factory.annotation.Autowired;

/** What hledger and beancount add up themselves, from our file, against the funding view. */
class ForeignBooksTest extends LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2013, 3, 1);

    @Autowired
    private Accounts accounts;

    @Autowired
    private FundingView view;

    @Autowired
    private Accepting accepting;

    @TempDir
    private Path folder;

    private long last;

    @Test
    void foreign_programs_find_the_figures_of_the_view_after_random_histories() throws IOException {
        assumeTrue(Foreign.installed("hledger", "bean-check", "bean-query"), "apt-get install hledger beancount");
        for (int seed = 1; seed <= Integer.getInteger("foreign", 3); seed++) {
            compare(seed, 120);
        }
    }

    @Test
    @Tag("faults")
    void foreign_programs_find_the_figures_of_the_view_after_long_random_histories() throws IOException {
        assumeTrue(Foreign.installed("hledger", "bean-check", "bean-query"), "apt-get install hledger beancount");
        for (int seed = 1_001; seed <= 1_060; seed++) {
            compare(seed, 200);
        }
    }

    @Test
    void the_bookings_of_any_text_are_read_and_a_wrong_balance_is_not() throws IOException {
        assumeTrue(Foreign.installed("hledger", "bean-check"), "apt-get install hledger beancount");
        String awkward = "a  b;c (d) * ! = | \"e\" \\ ä€ : @ {1 EUR}";
        record(new RegisterPartner(partnership, "p_1.x", "Partner", Kind.COMPANY, java.util.List.of(), DAY));
        record(new OpenFund(partnership, "f_1", "Topf", "Zweck", false, null));
        record(new RecordContribution(
                partnership,
                "B-1",
                "f_1",
                "p_1.x",
                null,
                ContributionKind.MONEY,
                Nature.GIFT,
                5_05,
                DAY,
                awkward,
                null,
                null));
        record(new RecordExpense(partnership, "A-1", "f_1", awkward, 5, DAY, "Büro", awkward, null));

        for (Format format : Format.values()) {
            Path file = written(partnership, format);
            assertThat(check(file, format).exit())
                    .as(check(file, format).output())
                    .isZero();
            Path wrong = folder.resolve("wrong." + format.ending);
            String text = Files.readString(file);
            int balance = text.lastIndexOf("5.00 ");
            Files.writeString(wrong, text.substring(0, balance) + "5.01 " + text.substring(balance + 5));
            assertThat(check(wrong, format).exit()).isNotZero();
        }
    }

    private void compare(int seed, int commands) throws IOException {
        String own = partnership + "-" + seed;
        RandomMoney money = new RandomMoney(seed, own);
        record(new FoundPartnership(own, "Zufall " + seed));
        money.beginning().forEach(this::record);
        for (int i = 0; i < commands; i++) {
            record(money.next());
        }
        LocalDate one = money.day();
        LocalDate other = money.day();
        LocalDate from = one.isBefore(other) ? one : other;
        LocalDate to = one.isBefore(other) ? other : one;
        view.moment(own, Asked.NOW.notBefore(last));
        Funding answer = view.answer(own, from, to);
        compareHledger(written(own, Format.HLEDGER).toString(), from, to, answer);
        compareBeancount(written(own, Format.BEANCOUNT).toString(), to, answer);
    }

    private static void compareHledger(String file, LocalDate from, LocalDate to, Funding answer) {
        assertThat(check(Path.of(file), Format.HLEDGER)).isEqualTo(new Foreign.Said(0, ""));
        String until = to.plusDays(1).toString();
        assertThat(hledger(file, "-e", until, "^Assets:Fund:")).isEqualTo(balances(answer));
        Map<String, Long> spent = new TreeMap<>();
        answer.byFund().forEach(fund -> put(spent, "Expenses:Spent:" + fund.fundId(), fund.spentCents()));
        assertThat(hledger(file, "-b", from.toString(), "-e", until, "--depth=3", "^Expenses:Spent:"))
                .isEqualTo(spent);
        Map<String, Long> received = new TreeMap<>();
        answer.byPartner().forEach(partner -> {
            put(received, "Income:Money:" + partner.partnerId(), -partner.receivedMoneyCents());
            put(received, "Income:In-kind:" + partner.partnerId(), -partner.receivedInKindCents());
            put(received, "Income:Staff-time:" + partner.partnerId(), -partner.receivedStaffTimeCents());
        });
        assertThat(hledger(file, "-b", from.toString(), "-e", until, "--depth=3", "^Income:"))
                .isEqualTo(received);
    }

    private static void compareBeancount(String file, LocalDate to, Funding answer) {
        assertThat(check(Path.of(file), Format.BEANCOUNT)).isEqualTo(new Foreign.Said(0, ""));
        String query = "SELECT account, sum(number) WHERE account ~ '^Assets:Fund:' AND date <= %s GROUP BY account";
        assertThat(Foreign.amounts(Foreign.run("bean-query", "-f", "csv", file, query.formatted(to))))
                .isEqualTo(balances(answer));
    }

    private static Map<String, Long> balances(Funding answer) {
        Map<String, Long> balances = new TreeMap<>();
        answer.byFund().forEach(fund -> put(balances, "Assets:Fund:" + fund.fundId(), fund.balanceCents()));
        return balances;
    }

    private static void put(Map<String, Long> amounts, String account, long cents) {
        if (cents != 0) {
            amounts.put(account, cents);
        }
    }

    private static Map<String, Long> hledger(String file, String... query) {
        return Foreign.amounts(Foreign.run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("hledger", "-f", file, "bal", "--flat", "--no-total", "-O", "csv"),
                        java.util.Arrays.stream(query))
                .toArray(String[]::new)));
    }

    private static Foreign.Said check(Path file, Format format) {
        return format == Format.HLEDGER
                ? Foreign.run("hledger", "-f", file.toString(), "check", "--strict")
                : Foreign.run("bean-check", file.toString());
    }

    private Path written(String own, Format format) throws IOException {
        Path file = folder.resolve(own + "." + format.ending);
        Moment moment = accounts.moment(own, Asked.NOW.notBefore(last));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            accounts.write(own, moment, format, out);
        }
        return file;
    }

    private void record(Command command) {
        try {
            last = RandomMoney.dispatch(command, ledger, accepting).position();
        } catch (Rejected careless) {
            assertThat(careless.code()).isNotBlank();
        }
    }
}
