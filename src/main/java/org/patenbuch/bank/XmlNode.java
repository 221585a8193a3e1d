package org.patenbuch.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.patenbuch.forms.Unreadable;

/** One element of a message and what is in it; small, since statements are read booking by booking. */
record XmlNode(String name, Map<String, String> attributes, StringBuilder content, List<XmlNode> children) {
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 200_000;

    /** @param in stands at the element's start, afterwards at its end */
    static XmlNode read(XMLStreamReader in) throws XMLStreamException {
        return read(in, DEEPEST, new int[] {MOST_ELEMENTS});
    }

    private static XmlNode read(XMLStreamReader in, int deeper, int[] more) throws XMLStreamException {
        if (deeper == 0 || --more[0] == 0) {
            throw new Unreadable("bank.not-a-statement");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        XmlNode node = new XmlNode(in.getLocalName(), attributes, new StringBuilder(), new ArrayList<>());
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> node.children.add(read(in, deeper - 1, more));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> node.content.append(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("bank.not-a-statement");
                default -> {}
            }
        }
        return node;
    }

    /** All there are at the end of a path. */
    List<XmlNode> all(String... path) {
        List<XmlNode> found = List.of(this);
        for (String step : path) {
            found = found.stream()
                    .flatMap(node -> node.children.stream())
                    .filter(node -> node.name.equals(step))
                    .toList();
        }
        return found;
    }

    Optional<XmlNode> one(String... path) {
        return all(path).stream().findFirst();
    }

    /** The text at the end of a path, without space around it; empty where there is none. */
    Optional<String> text(String... path) {
        return one(path).map(XmlNode::text).filter(text -> !text.isEmpty());
    }

    String text() {
        return content.toString().strip();
    }
}
