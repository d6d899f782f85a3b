package dev.evenkeel.estate.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bills of materials in SPDX 2.x, tag-value and JSON. A row is a package; files and snippets are
 * passed over. Of the relationships those count that say what is needed when it runs: DEPENDS_ON,
 * CONTAINS, the links, and their opposites; what is needed to build or to test is passed over.
 */
final class Spdx implements ImportFormat {
  private static final Pattern VERSION = Pattern.compile("(?m)^SPDXVersion:\\s*SPDX-2");

  /** From the first to the second. */
  private static final Set<String> NEEDS =
      Set.of("DEPENDS_ON", "CONTAINS", "DYNAMIC_LINK", "STATIC_LINK", "HAS_PREREQUISITE");

  /** From the second to the first. */
  private static final Set<String> NEEDED_BY =
      Set.of("DEPENDENCY_OF", "CONTAINED_BY", "RUNTIME_DEPENDENCY_OF", "PREREQUISITE_FOR");

  @Override
  public String id() {
    return "spdx";
  }

  @Override
  public String title() {
    return "SPDX bill of materials";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    String head = file.head();
    return VERSION.matcher(head).find() || head.contains("\"spdxVersion\"");
  }

  @Override
  public Imported read(ImportFile file) {
    Reading reading = new Reading(file);
    if (file.head().stripLeading().startsWith("{")) {
      JsonFile.each(file, reading::piece);
    } else {
      reading.lines(Decoding.utf8(file));
    }
    return reading.all();
  }

  /** One file. */
  private static final class Reading {
    private record Relationship(String from, String type, String to, Place place) {}

    private static final Pattern LINE = Pattern.compile("([A-Za-z]+):\\s*(.*)");

    private final ImportFile file;
    private final Bom bom = new Bom();
    private final List<Bom.Component> packages = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final Set<String> described = new HashSet<>();
    private final Map<String, String> tags = new HashMap<>();
    private final List<String> identifiers = new ArrayList<>();
    private boolean known;
    private int begins;

    Reading(ImportFile file) {
      this.file = file;
    }

    Imported all() {
      if (!known) {
        throw new Unreadable(
            file.line(1), "It is no SPDX 2 bill: it does not say so.", "Choose another format.");
      }
      if (packages.isEmpty()) {
        throw new Unreadable(file.place(), "It holds no packages.", "Choose another bill.");
      }
      relationships.stream()
          .filter(relation -> relation.type().equals("DESCRIBES"))
          .forEach(relation -> described.add(relation.to()));
      Set<String> refs = new HashSet<>();
      for (Bom.Component one : packages) {
        refs.add(one.ref());
        if (described.size() == 1 && described.contains(one.ref())) {
          bom.subject(one);
        } else {
          bom.add(one);
        }
      }
      relationships.forEach(relation -> relate(relation, refs));
      return bom.all();
    }

    private void relate(Relationship relation, Set<String> refs) {
      boolean needs = NEEDS.contains(relation.type());
      boolean between = refs.contains(relation.from()) && !isFile(relation.to());
      if ((needs || NEEDED_BY.contains(relation.type())) && between) {
        bom.need(
            needs ? relation.from() : relation.to(),
            needs ? relation.to() : relation.from(),
            relation.place());
      } else {
        bom.taking().passOver("relationships " + relation.type());
      }
    }

    /** Whether it is something of this document that is no package. */
    private boolean isFile(String ref) {
      return ref.equals("NONE")
          || ref.equals("NOASSERTION")
          || !ref.startsWith("DocumentRef-")
              && packages.stream().noneMatch(one -> one.ref().equals(ref));
    }

    void piece(String key, Node piece) {
      switch (key) {
        case "spdxVersion" -> known = piece.text().startsWith("SPDX-2");
        case "documentDescribes" -> described.add(piece.text());
        case "packages" -> {
          List<String> found = new ArrayList<>();
          for (Node reference : piece.get("externalRefs").items()) {
            identifier(
                reference.get("referenceType").text(),
                reference.get("referenceLocator").text(),
                found);
          }
          packages.add(
              component(
                  piece.get("SPDXID").text(),
                  piece.get("name").text(),
                  piece.get("versionInfo").text(),
                  piece.get("summary").text(),
                  found,
                  piece.place(file)));
        }
        case "relationships" ->
            relationships.add(
                new Relationship(
                    piece.get("spdxElementId").text(),
                    piece.get("relationshipType").text(),
                    piece.get("relatedSpdxElement").text(),
                    piece.place(file)));
        case "files", "snippets" -> bom.taking().passOver(key);
        default -> {}
      }
    }

    private static Bom.Component component(
        String ref,
        String name,
        String version,
        String summary,
        List<String> identifiers,
        Place place) {
      return new Bom.Component(
          ref, "software", name, said(version), said(summary), identifiers, place);
    }

    private static String said(String text) {
      return text.equals("NOASSERTION") || text.equals("NONE") ? "" : text;
    }

    private static void identifier(String type, String locator, List<String> into) {
      if (type.equals("purl") || type.startsWith("cpe2")) {
        into.add(locator);
      }
    }

    void lines(String text) {
      if (!text.endsWith("\n")) {
        throw new Unreadable(
            file.place(), "Its last line does not end: it was cut off.", "Export it again.");
      }
      int number = 0;
      boolean inText = false;
      for (String line : text.lines().toList()) {
        number++;
        if (inText) {
          inText = !line.contains("</text>");
          continue;
        }
        Matcher tag = LINE.matcher(line);
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (!tag.matches()) {
          throw new Unreadable(
              file.line(number), "It is no line of SPDX, `Tag: value`.", "Export it again.");
        }
        String value = tag.group(2).strip();
        inText = value.contains("<text>") && !value.contains("</text>");
        tag(tag.group(1), value.replaceAll("</?text>", ""), number);
      }
      if (inText) {
        throw new Unreadable(
            file.line(number), "A <text> is never closed: it was cut off.", "Export it again.");
      }
      endPackage();
    }

    private void tag(String tag, String value, int line) {
      switch (tag) {
        case "SPDXVersion" -> known = value.startsWith("SPDX-2");
        case "PackageName" -> {
          endPackage();
          begins = line;
          tags.put(tag, value);
        }
        case "FileName", "SnippetSPDXID" -> {
          endPackage();
          bom.taking().passOver(tag.equals("FileName") ? "files" : "snippets");
        }
        case "SPDXID", "PackageVersion", "PackageSummary" -> tags.putIfAbsent(tag, value);
        case "ExternalRef" -> {
          String[] parts = value.split("\\s+", 3);
          if (parts.length == 3) {
            identifier(parts[1], parts[2], identifiers);
          }
        }
        case "Relationship" -> {
          String[] parts = value.split("\\s+");
          if (parts.length == 3) {
            relationships.add(new Relationship(parts[0], parts[1], parts[2], file.line(line)));
          }
        }
        default -> {}
      }
    }

    private void endPackage() {
      if (tags.containsKey("PackageName")) {
        packages.add(
            component(
                tags.getOrDefault("SPDXID", ""),
                tags.getOrDefault("PackageName", ""),
                tags.getOrDefault("PackageVersion", ""),
                tags.getOrDefault("PackageSummary", ""),
                identifiers,
                file.line(begins)));
      }
      tags.clear();
      identifiers.clear();
    }
  }
}
