package org.patenbuch.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What is known of an account at the bank, and what its bookings turned out to be. Amounts in cents. */
public sealed interface BankEvent extends LedgerEvent {
    /** IBAN, or number, of the association's own account. */
    String account();

    /**
     * A booking of the bank. It moves no money here: only a contribution or an expense does.
     *
     * @param amountCents into the account; below zero: out of it
     * @param reference the bank's own
     * @param otherName who paid or was paid; may be a person, so it is sealed, as are IBAN, references and purpose
     */
    record BankLineRecorded(
            String lineId,
            String account,
            String statementId,
            LocalDate bookedOn,
            LocalDate valueOn,
            long amountCents,
            @Nullable String reference,
            @Nullable Personal endToEnd,
            @Nullable Personal otherName,
            @Nullable Personal otherIban,
            @Nullable Personal purpose)
            implements BankEvent {}

    /**
     * A statement was read.
     *
     * @param name by which the bank calls it
     * @param openingCents absent where the file did not say it
     * @param recorded how many of its bookings were new; {@code known} how many were not
     */
    record BankStatementRecorded(
            String statementId,
            String account,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Long openingCents,
            @Nullable Long closingCents,
            int recorded,
            int known)
            implements BankEvent {}

    /** The booking is this contribution or expense; undone also where that is reversed. */
    record BankLineAssigned(String lineId, String account, Entry entry, String entryId) implements BankEvent {}

    /** The booking has nothing to do with the partnership's money: fees, a transfer between own accounts. */
    record BankLineSetAside(String lineId, String account, String reason) implements BankEvent {}

    /** It is open again: assigned or set aside by mistake. */
    record BankLineReleased(String lineId, String account, String reason) implements BankEvent {}

    /** What a booking can turn out to be. */
    enum Entry {
        CONTRIBUTION,
        EXPENSE
    }
}
