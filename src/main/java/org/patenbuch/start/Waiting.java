package org.patenbuch.start;

import java.util.Comparator;
import java.util.List;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Task;
import org.springframework.stereotype.Component;

/** What waits for somebody, of all that any module says may wait. */
@Component
class Waiting {
    private final List<Task> tasks;

    Waiting(List<Task> tasks) {
        this.tasks = tasks.stream().sorted(Comparator.comparingInt(Task::order)).toList();
    }

    record Line(String key, String address, long count) {
        public boolean isMore() {
            return count > Task.MOST;
        }
    }

    List<Line> of(Who who) {
        return tasks.stream()
                .filter(task -> task.concerns().test(who))
                .map(task -> new Line(
                        task.key(),
                        "/" + who.partnership() + task.path(),
                        task.count().apply(who)))
                .filter(line -> line.count() > 0)
                .toList();
    }
}
