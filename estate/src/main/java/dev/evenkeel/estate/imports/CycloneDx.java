package dev.evenkeel.estate.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bills of materials in CycloneDX, JSON and XML, 1.1 to 1.6. A row is a component or a service,
 * also one in another, and what the bill is about. Vulnerabilities are passed over; a bill that
 * holds nothing else is refused.
 */
final class CycloneDx implements ImportFormat {
  private static final Set<String> HARDWARE = Set.of("device");

  @Override
  public String id() {
    return "cyclonedx";
  }

  @Override
  public String title() {
    return "CycloneDX bill of materials";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    String head = file.head();
    return head.contains("\"bomFormat\"") || head.contains("cyclonedx.org/schema/bom/");
  }

  @Override
  public Imported read(ImportFile file) {
    Reading reading = new Reading(file);
    if (file.head().stripLeading().startsWith("<")) {
      XmlFile.each(file, "bom", reading);
    } else {
      JsonFile.each(file, reading::piece);
    }
    return reading.all();
  }

  /** One file. */
  private static final class Reading implements XmlFile.Reading {
    private final ImportFile file;
    private final Bom bom = new Bom();
    private boolean known;
    private boolean inMetadata;

    Reading(ImportFile file) {
      this.file = file;
    }

    Imported all() {
      if (!known) {
        throw new Unreadable(
            file.line(1), "It is no CycloneDX bill: it does not say so.", "Choose another format.");
      }
      if (bom.isEmpty()) {
        throw new Unreadable(
            file.place(),
            "It holds no components, at most vulnerabilities.",
            "Choose the bill of materials; what is said of vulnerabilities (VEX) is no inventory.");
      }
      return bom.all();
    }

    void piece(String key, Node piece) {
      switch (key) {
        case "bomFormat" -> known = piece.text().equals("CycloneDX");
        case "metadata" -> {
          if (piece.get("component").isMapping()) {
            bom.subject(component(piece.get("component"), ""));
            nested(piece.get("component"));
          }
        }
        case "components" -> {
          bom.add(component(piece, ""));
          nested(piece);
        }
        case "services" -> {
          bom.add(component(piece, "service"));
          nested(piece);
        }
        case "dependencies" ->
            piece
                .get("dependsOn")
                .items()
                .forEach(what -> bom.need(piece.get("ref").text(), what.text(), what.place(file)));
        case "vulnerabilities" -> bom.taking().passOver("vulnerabilities");
        default -> {}
      }
    }

    private void nested(Node in) {
      for (String key : List.of("components", "services")) {
        in.get(key).items().forEach(item -> piece(key, item));
      }
    }

    private Bom.Component component(Node node, String type) {
      String group = node.get("group").text();
      return component(
          node.get("bom-ref").text(),
          type.isEmpty() ? node.get("type").text() : type,
          group,
          node.get("name").text(),
          node.get("version").text(),
          node.get("description").text(),
          List.of(node.get("purl").text(), node.get("cpe").text()),
          node.place(file));
    }

    private static Bom.Component component(
        String ref,
        String type,
        String group,
        String name,
        String version,
        String description,
        List<String> identifiers,
        Place place) {
      List<String> known = identifiers.stream().filter(text -> !text.isEmpty()).toList();
      String whole = group.isEmpty() ? name : group + "/" + name;
      return new Bom.Component(
          Stream.of(List.of(ref), known, List.of(whole + "@" + version))
              .flatMap(List::stream)
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse(whole),
          HARDWARE.contains(type) ? "hardware" : type.equals("service") ? "service" : "software",
          whole,
          version,
          description,
          known,
          place);
    }

    @Override
    public boolean wants(List<String> path, Map<String, String> attributes) {
      known = true; // <bom>, as was asked for
      String element = path.getLast();
      if (element.equals("vulnerability")) {
        bom.taking().passOver("vulnerabilities");
      }
      boolean top = path.size() == 3;
      inMetadata = top && path.get(1).equals("metadata");
      return top && element.equals("component")
          || top && element.equals("service")
          || top && element.equals("dependency");
    }

    @Override
    public void take(XmlNode whole) {
      switch (whole.name()) {
        case "dependency" ->
            whole
                .all("dependency")
                .forEach(what ->
                    bom.need(
                        whole.attribute("ref"), what.attribute("ref"), file.line(what.line())));
        default -> component(whole);
      }
    }

    private void component(XmlNode node) {
      Bom.Component component =
          component(
              node.attribute("bom-ref"),
              node.name().equals("service") ? "service" : node.attribute("type"),
              node.some("group").orElse(""),
              node.some("name").orElse(""),
              node.some("version").orElse(""),
              node.some("description").orElse(""),
              List.of(node.some("purl").orElse(""), node.some("cpe").orElse("")),
              file.line(node.line()));
      if (inMetadata) {
        bom.subject(component);
      } else {
        bom.add(component);
      }
      List<XmlNode> inner = new ArrayList<>(node.all("components"));
      inner.addAll(node.all("services"));
      inMetadata = false;
      inner.forEach(list -> list.children().forEach(this::component));
    }
  }
}
