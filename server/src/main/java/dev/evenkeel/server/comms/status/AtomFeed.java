package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.plan.OpenMessage;
import dev.evenkeel.server.shared.Sha256;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The messages of the public status page as an Atom feed (RFC 4287). */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MOST = 100;

  private AtomFeed() {}

  /**
   * @param title as the page is called
   * @param page address of the page, when it is known
   */
  static String of(PublicStatus status, String title, Optional<String> page) {
    List<OpenMessage> messages =
        status.items().stream()
            .flatMap(item -> item.told(language(item)).stream())
            .sorted(Comparator.comparing(OpenMessage::at).reversed())
            .limit(MOST)
            .toList();
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", page.orElse("urn:evenkeel:status"));
      element(xml, "title", title);
      element(
          xml,
          "updated",
          messages.stream().findFirst().map(OpenMessage::at).orElse(Instant.EPOCH).toString());
      xml.writeStartElement("author");
      element(xml, "name", "Evenkeel");
      xml.writeEndElement();
      if (page.isPresent()) {
        link(xml, "alternate", page.get());
        link(xml, "self", page.get() + "/feed.atom");
      }
      for (OpenMessage one : messages) {
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", one.language().word());
        element(xml, "id", "urn:evenkeel:message:" + Sha256.hexOf(one.key()));
        element(xml, "title", storable(one.subject()));
        element(xml, "updated", one.at().toString());
        element(xml, "content", storable(one.text()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.append('\n').toString();
  }

  /** That of what was said before. */
  private static Language language(PublicStatus.Item item) {
    return item.messages().stream().findFirst().map(OpenMessage::language).orElse(Language.EN);
  }

  /** XML has no place for most control characters, not even escaped. */
  private static String storable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", address);
  }
}
