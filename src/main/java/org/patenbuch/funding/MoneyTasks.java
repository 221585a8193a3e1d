package org.patenbuch.funding;

import java.util.function.Predicate;
import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What about money waits for someone. */
@Configuration(proxyBeanMethods = false)
class MoneyTasks {
    @Bean
    static Task overduePledges(Outlooks outlooks) {
        return new Task("task.overdue", "/money", 10, sends("LockPeriod"), who ->
                (long) outlooks.answer(who.partnership(), Asked.NOW).overdue().size());
    }

    @Bean
    static Task gapAhead(Outlooks outlooks) {
        return new Task(
                "task.gap",
                "/money",
                20,
                sends("LockPeriod"),
                who -> outlooks.answer(who.partnership(), Asked.NOW).funds().stream()
                        .filter(Outlook.FundOutlook::warns)
                        .count());
    }

    @Bean
    static Task missingVouchers(FundingLists lists) {
        String path = "/money/expenses?status=" + ExpenseRow.VOUCHER_MISSING;
        return new Task(
                "task.vouchers",
                path,
                30,
                sends("AttachFile"),
                who -> Task.counted(lists.expenses(who.partnership(), of(ExpenseRow.VOUCHER_MISSING))));
    }

    @Bean
    static Task proposalsToDecide(FundingLists lists) {
        return new Task(
                "task.proposals",
                "/money/proposals?status=OPEN",
                15,
                sends("AcceptProposal"),
                who -> Task.counted(lists.proposals(who.partnership(), of("OPEN"))));
    }

    private static Predicate<Who> sends(String commandName) {
        return who -> Permissions.maySend(who.roles(), commandName);
    }

    private static Asked of(String status) {
        return new Asked(null, null, null, null, null, Task.MOST, null, null, null, null, null, status, null);
    }
}
