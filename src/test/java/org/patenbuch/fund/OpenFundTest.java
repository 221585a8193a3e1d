package org.patenbuch.fund;

import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundEvent.FundOpened;

class OpenFundTest {
    @Test
    void a_fund_is_opened_with_its_purpose() {
        Rosenstadt.fund()
                .when(new OpenFund(Given.PARTNERSHIP, "F-FREI", "Freie Mittel", "nicht zweckgebunden", false, null))
                .then(new FundOpened("F-FREI", "Freie Mittel", "nicht zweckgebunden", false));
    }
}
