package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of packages as Debian's archives and {@code /var/lib/dpkg/status} have them. A row is a
 * package. Needed is what Depends and Pre-Depends name: of alternatives every one that is in the
 * list; when none is, the packages that provide it. Recommends and Suggests are no needs, Breaks
 * and Conflicts the opposite of one.
 */
final class DebianPackages implements ImportFormat {
  private static final Pattern BEGINNING =
      Pattern.compile("(?s)\\A\\s*Package: \\S+\\r?\\n(?:[A-Za-z-]+:|[ \\t]).*");

  @Override
  public String id() {
    return "debian-packages";
  }

  @Override
  public String title() {
    return "Debian packages";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return BEGINNING.matcher(file.head()).matches();
  }

  @Override
  public Imported read(ImportFile file) {
    Reading reading = new Reading(file);
    try (BufferedReader lines = new BufferedReader(new StringReader(text(file)))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reading.line(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading.all();
  }

  private static String text(ImportFile file) {
    String text = Decoding.utf8(file);
    if (!text.endsWith("\n")) {
      throw new Unreadable(
          file.place(), "Its last line does not end: it was cut off.", "Fetch it again.");
    }
    return text;
  }

  /** One file. */
  private static final class Reading {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]*):\\s*(.*)");
    private static final Pattern NEED =
        Pattern.compile(
            "([a-z0-9][a-z0-9+.-]*)(?::[a-z0-9-]+)?\\s*(?:\\(\\s*(<<|<=|=|>=|>>|<|>)\\s*([^)\\s]+)\\s*\\))?");

    private record Need(String name, String operator, String version) {}

    private record Package(Map<String, String> fields, Place place) {
      String get(String field) {
        return fields.getOrDefault(field, "");
      }
    }

    private final ImportFile file;
    private final Taking taking = new Taking();
    private final Map<String, Package> packages = new LinkedHashMap<>();
    private final Map<String, List<String>> providers = new HashMap<>();
    private Map<String, String> stanza = new HashMap<>();
    private String field = "";
    private int number;
    private int begins;

    Reading(ImportFile file) {
      this.file = file;
    }

    void line(String line) {
      number++;
      Matcher named = FIELD.matcher(line);
      if (line.isBlank()) {
        endStanza();
      } else if (line.startsWith(" ") || line.startsWith("\t")) {
        // Only what may go on over several lines is kept whole; of a description the first line is.
        if (field.equals("Depends") || field.equals("Pre-Depends") || field.equals("Provides")) {
          stanza.merge(field, line.strip(), (a, b) -> a + " " + b);
        }
      } else if (named.matches()) {
        begins = stanza.isEmpty() ? number : begins;
        field = named.group(1);
        stanza.putIfAbsent(field, named.group(2).strip());
      } else {
        throw new Unreadable(
            file.line(number),
            "It is no line of a list of packages, `Field: value`.",
            "Fetch it again.");
      }
    }

    private void endStanza() {
      if (stanza.isEmpty()) {
        return;
      }
      Package one = new Package(stanza, file.line(begins));
      stanza = new HashMap<>();
      field = "";
      String name = one.get("Package");
      Package first = packages.get(name);
      if (name.isEmpty() || one.get("Version").isEmpty()) {
        taking.reject(
            one.place(),
            name.isEmpty() ? "a package" : "the package '%s'".formatted(name),
            "It has no %s.".formatted(name.isEmpty() ? "name" : "version; it is not installed"),
            "Nothing, if it is only known by name; otherwise fetch the list again.");
      } else if (first != null) {
        taking.reject(
            one.place(),
            "the package '%s'".formatted(name),
            "It stands here a second time (%s %s); the first is at %s."
                .formatted(one.get("Version"), one.get("Architecture"), first.place().at()),
            "Import one version and one architecture.");
      } else {
        packages.put(name, one);
        for (Need provided : needs(one.get("Provides"))) {
          providers.computeIfAbsent(provided.name(), _ -> new ArrayList<>()).add(name);
        }
      }
    }

    Imported all() {
      endStanza();
      if (packages.isEmpty()) {
        throw new Unreadable(file.place(), "It holds no packages.", "Choose another file.");
      }
      packages.forEach((name, one) -> taking.take(patch(name, one)));
      return taking.all();
    }

    private Patch patch(String name, Package one) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", "software");
      String source = one.get("Source").replaceFirst("\\s.*", "");
      fields.put("product", source.isEmpty() ? name : source);
      fields.put("version", one.get("Version"));
      fields.put("identifiers", List.of("pkg:deb/debian/" + name));
      if (!one.get("Description").isEmpty()) {
        fields.put("description", one.get("Description"));
      }
      Map<String, Object> labels = new LinkedHashMap<>();
      for (String label : List.of("Section", "Architecture", "Priority")) {
        if (!one.get(label).isEmpty()) {
          labels.put(label.toLowerCase(Locale.ROOT), one.get(label));
        }
      }
      if (!labels.isEmpty()) {
        fields.put("labels", labels);
      }
      List<Patch.Link> links = new ArrayList<>();
      for (String relation : List.of("Pre-Depends", "Depends")) {
        for (String group : one.get(relation).split(",")) {
          if (!group.isBlank()) {
            group(group.strip(), one.place().in(relation), links);
          }
        }
      }
      return new Patch(EntryKind.SYSTEM, name, name, fields, links, one.place());
    }

    private void group(String group, Place place, List<Patch.Link> links) {
      List<Need> alternatives = needs(group.replace('|', ','));
      List<Need> here =
          alternatives.stream().filter(need -> packages.containsKey(need.name())).toList();
      String several = alternatives.size() > 1 ? "one of: " + group : "";
      here.forEach(need -> links.add(link(need.name(), need, several, place)));
      if (!here.isEmpty()) {
        return;
      }
      int before = links.size();
      for (Need need : alternatives) {
        for (String provider : providers.getOrDefault(need.name(), List.of())) {
          links.add(
              link(provider, new Need(need.name(), "", ""), "provides " + need.name(), place));
        }
      }
      if (links.size() == before) {
        // Nothing here: let it be looked for in the estate, and be rejected if it is not there.
        alternatives.stream()
            .findFirst()
            .ifPresent(need -> links.add(link(need.name(), need, several, place)));
      }
    }

    private static Patch.Link link(String to, Need need, String note, Place place) {
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("type", "runs-on");
      switch (need.operator()) {
        case ">=", ">>", ">" -> more.put("since", need.version());
        case "<=", "<<", "<" -> more.put("until", need.version());
        case "=" -> {
          more.put("since", need.version());
          more.put("until", need.version());
        }
        default -> {}
      }
      if (!note.isEmpty()) {
        more.put("note", note);
      }
      return Patch.Link.dependency(to, more, place);
    }

    private static List<Need> needs(String list) {
      List<Need> needs = new ArrayList<>();
      for (String item : list.split(",")) {
        Matcher need = NEED.matcher(item.strip());
        if (need.matches()) {
          needs.add(
              new Need(
                  need.group(1),
                  need.group(2) == null ? "" : need.group(2),
                  need.group(3) == null ? "" : need.group(3)));
        }
      }
      return needs;
    }
  }
}
