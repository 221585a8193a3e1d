package org.patenbuch.access;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up a body of the right shape for every address, from the description of the API itself. */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> KNOWN = Map.of(
            "sponsorId", "OWN-V",
            "sponsorshipId", "OWN-M",
            "householdId", "OWN-H",
            "partnerId", "OWN-P",
            "fundId", "T-1",
            "on", "2013-05-04",
            "toFundId", "T-2",
            "languages", "de",
            "email", "someone@example.org");
    private static final int YEAR = 2013;

    private final JsonNode api;

    Bodies(String openApi) {
        this.api = JSON.readTree(openApi);
    }

    String of(Address address) {
        JsonNode schema = api.path("paths")
                .path(address.path())
                .path(address.method().toLowerCase(java.util.Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? "{}" : sample(schema, "").toString();
    }

    private JsonNode sample(JsonNode schema, String name) {
        if (schema.has("$ref"))
            return sample(api.at(schema.path("$ref").asString().substring(1)), name);
        if (schema.has("enum")) return schema.path("enum").get(0);
        return switch (schema.path("type").asString("object")) {
            case "string" -> JSON.getNodeFactory().stringNode(text(schema, name));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(name.equals("year") ? YEAR : 1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> JSON.createArrayNode().add(sample(schema.path("items"), name));
            default -> object(schema);
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        for (JsonNode required : schema.path("required")) {
            String name = required.asString();
            object.set(name, sample(schema.path("properties").path(name), name));
        }
        return object;
    }

    private static String text(JsonNode schema, String name) {
        if (KNOWN.containsKey(name)) return KNOWN.get(name);
        return schema.path("format").asString("").equals("date") ? "2013-05-04" : "X";
    }
}
