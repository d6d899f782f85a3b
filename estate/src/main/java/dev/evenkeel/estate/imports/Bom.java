package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bill of materials says, whatever its format.
 *
 * <p>The id of a component in the estate is made of what the bill is about and the component's
 * package URL, or its name, without a version: so a newer bill of the same thing changes versions
 * instead of adding components. Where a bill holds one name at several versions, each has its
 * version in its id.
 */
final class Bom {

  /**
   * A component, a package or a service.
   *
   * @param ref by which the bill itself refers to it
   * @param type of the document: software, hardware or service
   * @param identifiers package URL first
   */
  record Component(
      String ref,
      String type,
      String name,
      String version,
      String description,
      List<String> identifiers,
      Place place) {
    Component {
      identifiers = List.copyOf(identifiers);
    }

    /** What stays the same in its next version. */
    private String lasting() {
      return identifiers.stream()
          .filter(identifier -> identifier.startsWith("pkg:"))
          .map(Bom::withoutVersion)
          .findFirst()
          .orElse(name);
    }
  }

  private record Need(String of, String what, Place place) {}

  private final Map<String, Component> components = new LinkedHashMap<>();
  private final List<Need> needs = new ArrayList<>();
  private final Taking taking = new Taking();
  private String subject = "";

  Taking taking() {
    return taking;
  }

  /** What the bill is about. */
  void subject(Component component) {
    subject = component.ref();
    add(component);
  }

  void add(Component component) {
    Component first = components.putIfAbsent(component.ref(), component);
    if (component.name().isEmpty()) {
      components.remove(component.ref());
      taking.reject(
          component.place(), "a component", "It has no name.", "Name it, or make the bill again.");
    } else if (first != null && !first.equals(component)) {
      taking.reject(
          component.place(),
          "the component '%s'".formatted(component.name()),
          "'%s' stands here a second time; the first is at %s."
              .formatted(component.ref(), first.place()),
          "Give each component a reference of its own.");
    }
  }

  void need(String of, String what, Place place) {
    needs.add(new Need(of, what, place));
  }

  boolean isEmpty() {
    return components.isEmpty();
  }

  Imported all() {
    Map<String, Integer> versions = new HashMap<>();
    components.values().forEach(c -> versions.merge(c.lasting(), 1, Integer::sum));
    Component about = components.get(subject);
    Map<String, String> ids = new HashMap<>();
    components.forEach((ref, component) -> {
      boolean several = versions.getOrDefault(component.lasting(), 0) > 1;
      String id = component.lasting() + (several ? "@" + component.version() : "");
      ids.put(ref, about == null || component == about ? id : about.lasting() + " " + id);
    });
    Map<String, List<Patch.Link>> links = links(ids);
    if (about != null && needs.isEmpty()) {
      // The bill does not say what needs what, but all of it is part of what it is about.
      components.forEach((ref, component) -> {
        if (component != about) {
          links
              .computeIfAbsent(subject, _ -> new ArrayList<>())
              .add(
                  Patch.Link.dependency(
                      ids.getOrDefault(ref, ref), Map.of("type", "runs-on"), component.place()));
        }
      });
    }
    Set<String> taken = new HashSet<>();
    components.forEach((ref, component) -> {
      String id = ids.getOrDefault(ref, ref);
      if (taken.add(id)) {
        String partOf = about == null || component == about ? "" : about.name();
        taking.take(patch(component, id, partOf, links.getOrDefault(ref, List.of())));
      } else {
        taking.reject(
            component.place(),
            "the component '%s'".formatted(component.name()),
            "The same component in the same version stands in the bill already.",
            "Nothing; it is in the estate once.");
      }
    });
    return taking.all();
  }

  private Map<String, List<Patch.Link>> links(Map<String, String> ids) {
    Map<String, List<Patch.Link>> links = new HashMap<>();
    for (Need need : new LinkedHashSet<>(needs)) {
      if (components.containsKey(need.of())) {
        links
            .computeIfAbsent(need.of(), _ -> new ArrayList<>())
            .add(
                Patch.Link.dependency(
                    ids.getOrDefault(need.what(), need.what()),
                    Map.of("type", "runs-on"),
                    need.place()));
      } else {
        taking.rejectValue(
            need.place(),
            "a dependency of '%s'".formatted(need.of()),
            "No component of the bill has this reference.",
            "Make the bill again.");
      }
    }
    return links;
  }

  /**
   * @param partOf name of what the bill is about; empty for that itself, or when it does not say
   */
  private static Patch patch(
      Component component, String id, String partOf, List<Patch.Link> links) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", component.name());
    fields.put("type", component.type());
    fields.put("product", component.name());
    if (!component.version().isEmpty()) {
      fields.put("version", component.version());
    }
    if (!component.description().isEmpty()) {
      fields.put("description", component.description());
    }
    if (!component.identifiers().isEmpty()) {
      fields.put("identifiers", component.identifiers().stream().map(Bom::withoutVersion).toList());
    }
    if (!partOf.isEmpty()) {
      fields.put("labels", Map.of("partOf", partOf));
    }
    return new Patch(
        EntryKind.SYSTEM,
        id,
        partOf.isEmpty() ? component.name() : partOf + "-" + component.name(),
        fields,
        links,
        component.place());
  }

  /** A package URL as it is in every version; anything else as it is. */
  private static String withoutVersion(String identifier) {
    if (!identifier.startsWith("pkg:")) {
      return identifier;
    }
    int end = identifier.indexOf('?') >= 0 ? identifier.indexOf('?') : identifier.length();
    int hash = identifier.indexOf('#');
    end = hash >= 0 ? Math.min(end, hash) : end;
    // The last @, since npm writes scopes with one: pkg:npm/@scope/name@1.0
    int at = identifier.lastIndexOf('@', end - 1);
    boolean scope = at >= 0 && identifier.lastIndexOf('/', end - 1) > at;
    return at < 0 || scope ? identifier : identifier.substring(0, at) + identifier.substring(end);
  }
}
