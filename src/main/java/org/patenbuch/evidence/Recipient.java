package org.patenbuch.evidence;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a pack is for: {@code ALL}, {@code FINANCE}, {@code PARTNER:<id>}. What that person may not see is withheld, event
 * by event; its entry stays, so that nothing can be missing. One is made for each pack: which pledges are a partner's
 * own is learnt on the way.
 */
final class Recipient {
    /** For whom nothing is withheld. */
    static final Recipient ALL = new Recipient("ALL", null);

    private static final Pattern NAME = Pattern.compile("ALL|FINANCE|PARTNER:([A-Za-z0-9._-]{1,64})");
    private static final Set<String> MONEY = Set.of("partnership", "partner", "fund", "pledge", "bank");
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final @Nullable String partnerId;
    private final Set<String> ownPledges = new HashSet<>();

    private Recipient(String name, @Nullable String partnerId) {
        this.name = name;
        this.partnerId = partnerId;
    }

    static Optional<Recipient> named(String name) {
        Matcher known = NAME.matcher(name);
        return known.matches() ? Optional.of(new Recipient(name, known.group(1))) : Optional.empty();
    }

    String name() {
        return name;
    }

    boolean seesAll() {
        return name.equals(ALL.name);
    }

    /** The one partner this is for; null for others. */
    @Nullable
    String partnerId() {
        return partnerId;
    }

    /** Whether the payload may be seen; to be asked in the order of entries. */
    boolean sees(String stream, byte[] payload) {
        String type = stream.substring(0, stream.indexOf('/'));
        if (partnerId == null) {
            return seesAll() || MONEY.contains(type);
        }
        try {
            return type.equals("partnership") || MONEY.contains(type) && isOwn(JSON.readTree(payload));
        } catch (JacksonException changed) {
            return false; // nobody can tell whose it was
        }
    }

    /** What says whose it is, and what follows on a pledge that did. An expense may be paid by several, so it does not count. */
    private boolean isOwn(JsonNode event) {
        String pledge = event.path("pledgeId").asString("");
        if (event.has("partnerId")) {
            boolean own = event.get("partnerId").asString().equals(partnerId);
            if (own && !pledge.isEmpty()) {
                ownPledges.add(pledge);
            }
            return own;
        }
        return ownPledges.contains(pledge);
    }
}
