package org.patenbuch.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a fund: money with a purpose. Amounts in cents, days by the calendar of the association. */
public sealed interface FundEvent extends LedgerEvent {
    /** The fund it happened to. */
    String fundId();

    /** @param restricted whether the money may be used for this purpose only */
    record FundOpened(String fundId, String name, String purpose, boolean restricted) implements FundEvent {}

    /** Replaces what was planned before for the same year and category. */
    record BudgetLinePlanned(String budgetLineId, String fundId, int year, String category, long amountCents)
            implements FundEvent {}

    /**
     * @param pledgeId the promise it keeps, if there was one
     * @param evidence where it can be looked up: a bank statement, a time sheet
     * @param valuationBasis what the value of something in kind rests on (§ 50(7) EStDV)
     */
    record ContributionRecorded(
            String contributionId,
            String fundId,
            String partnerId,
            @Nullable String pledgeId,
            ContributionKind kind,
            Nature nature,
            long amountCents,
            LocalDate receivedOn,
            String evidence,
            @Nullable String valuationBasis)
            implements FundEvent {
        ContributionReversed reversed(String reason) {
            return reversed(pledgeId, reason);
        }

        /** @param keptPledgeId the promise it kept, if only since it was linked */
        ContributionReversed reversed(@Nullable String keptPledgeId, String reason) {
            return new ContributionReversed(
                    contributionId, fundId, partnerId, keptPledgeId, kind, amountCents, receivedOn, reason);
        }
    }

    /** A contribution that came unannounced turned out to keep a promise. */
    record ContributionLinked(String contributionId, String fundId, String pledgeId, long amountCents)
            implements FundEvent {}

    /** The contribution is undone as a whole; what it was is said again, so that this can be read by itself. */
    record ContributionReversed(
            String contributionId,
            String fundId,
            String partnerId,
            @Nullable String pledgeId,
            ContributionKind kind,
            long amountCents,
            LocalDate receivedOn,
            String reason)
            implements FundEvent {}

    /**
     * @param payee may be a person, so it is sealed
     * @param parts which contributions paid it, first in, first out; together the amount
     */
    record ExpenseRecorded(
            String expenseId,
            String fundId,
            String category,
            long amountCents,
            LocalDate paidOn,
            Personal payee,
            String voucher,
            List<Part> parts)
            implements FundEvent {
        ExpenseReversed reversed(String reason) {
            return new ExpenseReversed(expenseId, fundId, amountCents, paidOn, parts, reason);
        }
    }

    /** @param parts given back to the contributions they came from */
    record ExpenseReversed(
            String expenseId, String fundId, long amountCents, LocalDate paidOn, List<Part> parts, String reason)
            implements FundEvent {}

    /** @param parts which contributions the money was of, as they lay in this fund */
    record MoneyTransferredOut(
            String transferId,
            String fundId,
            String toFundId,
            long amountCents,
            LocalDate on,
            List<Part> parts,
            String reason)
            implements FundEvent {}

    /** The other side of the transfer, recorded with it: in this fund the parts count as received on that day. */
    record MoneyTransferredIn(
            String transferId, String fundId, String fromFundId, long amountCents, LocalDate on, List<Part> parts)
            implements FundEvent {}

    /** Nothing more comes in or goes out; its cash was zero. */
    record FundClosed(String fundId, String reason) implements FundEvent {}

    /**
     * A voucher or a piece of evidence was kept as a file.
     *
     * @param sha256 of its content, in hexadecimal: whoever has the file can check that it is the one
     */
    record FileAttached(
            String fileId, String fundId, Entry entry, String entryId, String sha256, String mediaType, long sizeBytes)
            implements FundEvent {}

    /** What a file belongs to. */
    enum Entry {
        CONTRIBUTION,
        EXPENSE;

        /** As the register of entries calls it. */
        public String kind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Some cents of a contribution, as it lies in a fund.
     *
     * @param contributionId which stays the same through transfers
     * @param arrival its number among all arrivals of money in this fund: 1, 2, 3 …
     * @param receivedOn the day it counts as received in this fund
     * @param transferId by which it came into this fund; null where it was received there
     */
    record Part(
            String contributionId,
            long arrival,
            LocalDate receivedOn,
            @Nullable String transferId,
            long amountCents) {
        Part of(long cents) {
            return new Part(contributionId, arrival, receivedOn, transferId, cents);
        }
    }

    /** Only money is ever cash; the others are income and use at once. */
    enum ContributionKind {
        MONEY,
        IN_KIND,
        STAFF_TIME
    }

    /** A public grant and a tax-deductible gift are different things in law. */
    enum Nature {
        GIFT,
        GRANT,
        FEE,
        OWN_FUNDS
    }
}
