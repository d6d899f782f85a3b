package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.text.XmlFault;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file, read element by element so that only a piece is in memory at a time. A document type
 * is refused wherever it stands: entities may read files, call servers, or grow without end, and no
 * format here needs one.
 */
final class XmlFile {
  private static final int DEEPEST = 64;
  private static final Pattern ENCODING =
      Pattern.compile("\\A\\s*<\\?xml[^>]*encoding=[\"']([A-Za-z0-9][A-Za-z0-9._:-]{1,40})[\"']");

  /** What is done with elements. */
  interface Reading {
    /**
     * Hears of an element that begins, before what is in it.
     *
     * @param path names from the outermost element to this one
     * @return true to be given it whole
     */
    boolean wants(List<String> path, Map<String, String> attributes);

    void take(XmlNode whole);
  }

  private final ImportFile file;
  private final XMLStreamReader reader;
  private final Reading reading;
  private final List<String> path = new ArrayList<>();

  private XmlFile(ImportFile file, XMLStreamReader reader, Reading reading) {
    this.file = file;
    this.reader = reader;
    this.reading = reading;
  }

  /** The children of the outermost element, one by one. */
  static void children(ImportFile file, String outermost, Consumer<XmlNode> children) {
    each(
        file,
        outermost,
        new Reading() {
          @Override
          public boolean wants(List<String> path, Map<String, String> attributes) {
            return path.size() == 2;
          }

          @Override
          public void take(XmlNode whole) {
            children.accept(whole);
          }
        });
  }

  /**
   * @param outermost name the outermost element must have
   */
  static void each(ImportFile file, String outermost, Reading reading) {
    String text = text(file);
    if (!text.stripLeading().startsWith("<")) {
      throw new Unreadable(
          file.line(1), "It does not begin as XML does.", "Choose another format.");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLReporter((message, _, _, _) -> {}); // what matters is thrown, too
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      try {
        new XmlFile(file, reader, reading).read(outermost);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      XmlFault fault = XmlFault.of(text, e);
      throw new Unreadable(
          file.line(fault.line()),
          "It is not XML, or was cut off; %s.".formatted(fault.withColumn()),
          "Export it again.");
    }
  }

  /** Decoded here, because the parser prints to the console what is wrong with bytes. */
  private static String text(ImportFile file) {
    Matcher said = ENCODING.matcher(file.head());
    String encoding = said.find() ? said.group(1) : "UTF-8";
    if (encoding.toUpperCase(Locale.ROOT).startsWith("UTF-")) {
      return Decoding.utf8(file);
    }
    if (!Charset.isSupported(encoding)) {
      throw new Unreadable(
          file.line(1), "Its encoding '%s' is not known.".formatted(encoding), "Save it as UTF-8.");
    }
    return Decoding.text(file, Optional.of(Charset.forName(encoding)));
  }

  private void read(String outermost) throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      refuseDocumentType(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin(outermost);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.removeLast();
      }
    }
  }

  private void begin(String outermost) throws XMLStreamException {
    path.add(reader.getLocalName());
    if (path.size() == 1 && !path.getFirst().equals(outermost)) {
      throw new Unreadable(
          file.line(line()),
          "It begins with <%s> instead of <%s>.".formatted(path.getFirst(), outermost),
          "Choose another format.");
    }
    refuseDepth(path.size());
    if (reading.wants(List.copyOf(path), attributes())) {
      XmlNode whole = whole(path.size());
      path.removeLast();
      reading.take(whole);
    }
  }

  /** The element the reader stands at the beginning of; afterwards it stands at its end. */
  private XmlNode whole(int depth) throws XMLStreamException {
    refuseDepth(depth);
    String name = reader.getLocalName();
    Map<String, String> attributes = attributes();
    int line = line();
    StringBuilder text = new StringBuilder();
    List<XmlNode> children = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(whole(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        default -> refuseDocumentType(event);
      }
    }
    return new XmlNode(name, attributes, text.toString().strip(), children, line);
  }

  private void refuseDocumentType(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new Unreadable(
          file.line(line()),
          "It has a document type or entities; they are not read.",
          "Export it without <!DOCTYPE …>.");
    }
  }

  private void refuseDepth(int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable(
          file.line(line()),
          "It is nested more than %d deep.".formatted(DEEPEST),
          "Choose another file.");
    }
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private int line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }
}
