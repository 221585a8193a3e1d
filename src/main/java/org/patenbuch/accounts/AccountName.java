package org.patenbuch.accounts;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patenbuch.accounts.Booking.Account;

/**
 * Writes an id or a text as a part of an account's name. What the program could take for something else is spelled out,
 * so that two different texts never share an account: {@code a_b} becomes {@code X-a-5f-b}.
 */
final class AccountName {
    /** Of one part; Debian's hledger and beancount read more. */
    private static final int LONGEST = 200;

    private AccountName() {}

    /** @param plain what may stand as it is in a part */
    static String of(Account account, Pattern plain) {
        return account.root() + ":"
                + account.parts().stream().map(part -> part(part, plain)).collect(Collectors.joining(":"));
    }

    private static String part(String text, Pattern plain) {
        if (plain.matcher(text).matches() && !text.startsWith("X-") && text.length() <= LONGEST) {
            return text;
        }
        StringBuilder spelled = new StringBuilder("X-");
        text.codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                spelled.appendCodePoint(c);
            } else {
                spelled.append('-').append(Integer.toHexString(c)).append('-');
            }
        });
        return spelled.toString();
    }
}
