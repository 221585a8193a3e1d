package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Rejected;

/** One stream, the facts so far, one command, and what must come of it. */
public final class Given<T> {
    public static final String PARTNERSHIP = "rosenstadt";

    private final AggregateTestFixture<T> fixture;
    private final List<Object> facts = new ArrayList<>();
    private String actor = "coordinator";
    private ResultValidator<T> outcome;

    private Given(Class<T> aggregate) {
        fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider("partnership", "actor")));
    }

    /** @param resources what decisions ask for: References, Periods, Rules … */
    public static <T> Given<T> stream(Class<T> aggregate, Object... resources) {
        Given<T> given = new Given<>(aggregate);
        for (Object resource : resources) {
            given.fixture.registerInjectableResource(resource);
        }
        return given;
    }

    public Given<T> events(LedgerEvent... events) {
        for (LedgerEvent event : events) {
            facts.add(new GenericEventMessage<>(event, metadata()));
        }
        return this;
    }

    public Given<T> as(String actorOfTheCommand) {
        actor = actorOfTheCommand;
        return this;
    }

    public Given<T> when(Object command) {
        outcome = fixture.given(facts).when(command, metadata());
        return this;
    }

    public void then(LedgerEvent... events) {
        outcome.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
    }

    public void refused(String code) {
        outcome.expectNoEvents().expectException(Rejected.class);
        outcome.expectException(new org.hamcrest.CustomTypeSafeMatcher<Throwable>("refused with " + code) {
            @Override
            protected boolean matchesSafely(Throwable thrown) {
                assertThat(((Rejected) thrown).code()).isEqualTo(code);
                return true;
            }
        });
    }

    private Map<String, String> metadata() {
        return Map.of("partnership", PARTNERSHIP, "actor", actor);
    }
}
