package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.text.XmlFault;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A CycloneDX document in XML, given as the same document in JSON would be; what says nothing of
 * vulnerabilities is left out. A document type is refused wherever it stands: entities may read
 * files, call servers, or grow without end.
 */
final class CycloneDxXml {
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 1_000_000;
  private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

  /** Elements that are lists, and what an item of each is called. */
  private static final Map<String, String> LISTS =
      Map.of(
          "components", "component",
          "services", "service",
          "vulnerabilities", "vulnerability",
          "references", "reference",
          "ratings", "rating",
          "affects", "target",
          "versions", "version",
          "authors", "author");

  private static final Set<String> FIELDS =
      Stream.concat(
              LISTS.keySet().stream(),
              Stream.of(
                  "metadata",
                  "timestamp",
                  "supplier",
                  "manufacturer",
                  "manufacture",
                  "component",
                  "name",
                  "group",
                  "version",
                  "purl",
                  "cpe",
                  "id",
                  "source",
                  "url",
                  "score",
                  "severity",
                  "vector",
                  "description",
                  "published",
                  "updated",
                  "rejected",
                  "analysis",
                  "state",
                  "justification",
                  "detail",
                  "lastUpdated",
                  "ref",
                  "range",
                  "status"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ATTRIBUTES = Set.of("bom-ref", "serialNumber");

  private final String name;
  private final XMLStreamReader reader;
  private int elements;

  private CycloneDxXml(String name, XMLStreamReader reader) {
    this.name = name;
    this.reader = reader;
  }

  static Value read(String name, String text) throws UnreadableFile {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLReporter((message, _, _, _) -> {}); // what matters is thrown, too
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      try {
        return new CycloneDxXml(name, reader).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      XmlFault fault = XmlFault.of(text, e);
      throw new UnreadableFile(
          "%s, line %d, %s. It is not XML, or was cut off; nothing of the file was taken."
              .formatted(name, fault.line(), fault.withColumn()));
    }
  }

  private Value document() throws XMLStreamException, UnreadableFile {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // What stands before the outermost element says nothing.
    }
    String namespace = String.valueOf(reader.getNamespaceURI());
    if (!reader.getLocalName().equals("bom") || !namespace.startsWith(NAMESPACE)) {
      throw new UnreadableFile(
          "%s, line %d: It is XML and begins with <%s>, which is no CycloneDX document. Of CycloneDX both XML and JSON are read; take CSAF, CVE 5, OSV and OpenVEX in JSON."
              .formatted(name, line(), Part.shortened(reader.getLocalName())));
    }
    Map<String, Value> fields = attributes();
    Where where = where();
    fields.put("bomFormat", new Value.Scalar("CycloneDX", where));
    content(fields, 1);
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // The file must be well up to its end, and without a document type there either.
    }
    return new Value.Fields(fields, where);
  }

  /** The element the reader stands at the beginning of; afterwards it stands at its end. */
  private Value element(int depth) throws XMLStreamException, UnreadableFile {
    String element = reader.getLocalName();
    Where where = where();
    if (LISTS.containsKey(element)) {
      return new Value.Items(items(LISTS.getOrDefault(element, ""), depth), where);
    }
    Map<String, Value> fields = attributes();
    String text = content(fields, depth);
    if (!fields.isEmpty()) {
      return new Value.Fields(fields, where);
    }
    return element.equals("score") ? score(text, where) : new Value.Scalar(text, where);
  }

  private static Value score(String text, Where where) {
    try {
      return new Value.Scalar(Double.valueOf(text), text, where);
    } catch (NumberFormatException _) {
      return new Value.Scalar(text, where);
    }
  }

  private List<Value> items(String item, int depth) throws XMLStreamException, UnreadableFile {
    List<Value> items = new ArrayList<>();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals(item)) {
          items.add(itself(deeper(depth)));
        } else {
          skip(deeper(depth));
        }
      }
    }
    return items;
  }

  /** An item of a list; `version` in `versions` has fields, where `version` elsewhere is a text. */
  private Value itself(int depth) throws XMLStreamException, UnreadableFile {
    Where where = where();
    Map<String, Value> fields = attributes();
    content(fields, depth);
    return new Value.Fields(fields, where);
  }

  /** Puts the children that say something among the fields; the first of a name counts. */
  private String content(Map<String, Value> fields, int depth)
      throws XMLStreamException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String child = reader.getLocalName();
        if (FIELDS.contains(child)) {
          fields.putIfAbsent(child, element(deeper(depth)));
        } else {
          skip(deeper(depth));
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    return text.toString().strip();
  }

  private void skip(int depth) throws XMLStreamException, UnreadableFile {
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        skip(deeper(depth));
      }
    }
  }

  private int deeper(int depth) throws UnreadableFile {
    if (depth >= DEEPEST) {
      throw new UnreadableFile(
          "%s, line %d: It is nested more than %d deep. No CycloneDX document is; check where the file comes from."
              .formatted(name, line(), DEEPEST));
    }
    return depth + 1;
  }

  private int next() throws XMLStreamException, UnreadableFile {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new UnreadableFile(
          "%s, line %d: It has a document type or entities; they are not read. Export it without <!DOCTYPE …>."
              .formatted(name, line()));
    }
    if (event == XMLStreamConstants.START_ELEMENT && ++elements > MOST_ELEMENTS) {
      throw new UnreadableFile(
          "%s, line %d: There are more than %,d elements in it. Import it in several parts."
              .formatted(name, line(), MOST_ELEMENTS));
    }
    return event;
  }

  private Map<String, Value> attributes() {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (ATTRIBUTES.contains(reader.getAttributeLocalName(i))) {
        fields.put(
            reader.getAttributeLocalName(i),
            new Value.Scalar(reader.getAttributeValue(i), where()));
      }
    }
    return fields;
  }

  private Where where() {
    return new Where(line(), 0);
  }

  private int line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }
}
