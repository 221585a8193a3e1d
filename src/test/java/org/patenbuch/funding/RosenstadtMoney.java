package org.patenbuch.funding;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.patenbuch.eventstore.Command;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.pledge.PledgeCommand.MakePledge;

/** The money of the reference scenario as commands, read plainly. */
final class RosenstadtMoney {
    private static final Path FOLDER = Path.of("src/main/resources/demo/rosenstadt");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final Map<String, ContributionKind> KINDS = Map.of(
            "Geld", ContributionKind.MONEY, "Sache", ContributionKind.IN_KIND, "Personal", ContributionKind.STAFF_TIME);

    private RosenstadtMoney() {}

    static List<Command> commands(String partnership) throws IOException {
        List<Command> commands = new ArrayList<>();
        for (String[] row : rows("partner.csv")) {
            commands.add(new RegisterPartner(partnership, row[0], row[1], Kind.COMPANY, List.of(), day(row[4])));
        }
        for (String[] row : rows("toepfe.csv")) {
            commands.add(new OpenFund(partnership, row[0], row[1], row[2], row[3].equals("ja"), null));
        }
        for (String[] row : rows("zusagen.csv")) {
            commands.add(new MakePledge(
                    partnership, row[0], row[1], row[2], cents(row[3]), day(row[4]), day(row[5]), List.of(), null));
        }
        for (String[] row : rows("beitraege.csv")) {
            commands.add(new RecordContribution(
                    partnership,
                    row[0],
                    row[2],
                    row[1],
                    row[3].isEmpty() ? null : row[3],
                    KINDS.get(row[4]),
                    Nature.GIFT,
                    cents(row[5]),
                    day(row[6]),
                    row[7],
                    null,
                    null));
        }
        for (String[] row : rows("ausgaben.csv")) {
            commands.add(new RecordExpense(
                    partnership, row[0], row[1], row[2], cents(row[3]), day(row[4]), row[5], row[6], null));
        }
        return commands;
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static long cents(String amount) {
        return new BigDecimal(amount.replace(".", "").replace(',', '.'))
                .movePointRight(2)
                .longValueExact();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }
}
