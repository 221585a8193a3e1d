package org.patenbuch.evidence;

import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.FundingView;
import org.patenbuch.projections.Asked;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the views say at the position of a checkpoint, as it goes into a pack: figures and ids, no name of a person. */
@Component
class SealedViews {
    private final FundingView funding;
    private final EngagementView engagement;
    private final JsonMapper json;

    SealedViews(FundingView funding, EngagementView engagement, JsonMapper json) {
        this.funding = funding;
        this.engagement = engagement;
        this.json = json;
    }

    String funding(String partnership, Recipient recipient, long position) {
        return text(json.valueToTree(
                recipient.partnerId() == null
                        ? funding.answer(partnership, at(position))
                        : funding.answerFor(recipient.partnerId(), partnership, at(position))));
    }

    String engagement(String partnership, Recipient recipient, long position) {
        ObjectNode all = json.valueToTree(engagement.answer(partnership, at(position)));
        if (recipient.seesAll()) {
            all.path("bySponsor").valueStream().forEach(line -> ((ObjectNode) line).remove("name"));
        } else {
            all.remove("bySponsor");
        }
        return text(all);
    }

    private String text(JsonNode view) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(view) + "\n";
    }

    private static Asked at(long position) {
        return new Asked(null, null, position, null, null, null, null, null, null, null, null, null, null);
    }
}
