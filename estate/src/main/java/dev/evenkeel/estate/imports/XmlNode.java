package dev.evenkeel.estate.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An XML element.
 *
 * @param name without prefix
 * @param attributes by their names without prefix
 * @param text of its own, trimmed
 */
record XmlNode(
    String name, Map<String, String> attributes, String text, List<XmlNode> children, int line) {
  XmlNode {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** An attribute; empty when it is not there. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  List<XmlNode> all(String child) {
    return children.stream().filter(node -> node.name.equals(child)).toList();
  }

  /** The text of a child, when there is any. */
  Optional<String> some(String child) {
    return children.stream()
        .filter(node -> node.name.equals(child))
        .map(XmlNode::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
