package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.Rejected.Extent;
import dev.evenkeel.runbook.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What things of one source say of others, as names of documents. */
final class Needs {
  private final String source;
  private final Naming naming;
  private final List<Rejected> rejected;

  /**
   * @param rejected hears of what cannot be resolved
   */
  Needs(String source, Naming naming, List<Rejected> rejected) {
    this.source = source;
    this.naming = naming;
    this.rejected = rejected;
  }

  /**
   * Puts what a thing says of others into its fields; its dependencies, in order, for themselves.
   */
  List<Map<String, Object>> follow(Patch patch, Map<String, Object> fields) {
    Map<List<Object>, Map<String, Object>> needs = new LinkedHashMap<>();
    for (Patch.Link link : patch.links()) {
      List<String> names = naming.find(link.kind(), link.id());
      if (names.size() != 1) {
        rejected.add(unresolved(patch, link, names));
      } else if (link.field().equals("dependsOn")) {
        Map<String, Object> need = new LinkedHashMap<>(link.more());
        need.put("system", names.getFirst());
        need.put("source", source);
        needs.putIfAbsent(whatFor(need), need);
      } else if (isList(patch.kind(), link.field())) {
        fields.merge(link.field(), List.of(names.getFirst()), Needs::joined);
      } else {
        fields.put(link.field(), names.getFirst());
      }
    }
    return needs.entrySet().stream()
        .sorted(Comparator.comparing(need -> need.getKey().toString()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * All dependencies of a document: those of other sources and of people, and these; what stands
   * there already is not repeated. What is said again keeps its place, so that two sources do not
   * turn the order round by turns.
   *
   * @param ours what the document says
   */
  List<Map<String, Object>> beside(Map<String, Object> ours, List<Map<String, Object>> needs) {
    Map<List<Object>, Map<String, Object>> left = new LinkedHashMap<>();
    needs.forEach(need -> left.put(whatFor(need), need));
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object entry : ours.get("dependsOn") instanceof List<?> entries ? entries : List.of()) {
      Map<String, Object> there = Merge.asMap(entry);
      Map<String, Object> said = left.remove(whatFor(there));
      if (!source.equals(there.get("source"))) {
        all.add(there);
      } else if (said != null) {
        all.add(said);
      }
    }
    all.addAll(left.values());
    return all;
  }

  private static List<Object> whatFor(Map<String, Object> need) {
    return List.of(
        Objects.requireNonNull(need.get("system")),
        need.getOrDefault("type", "calls"),
        need.getOrDefault("via", ""));
  }

  private static Rejected unresolved(Patch patch, Patch.Link link, List<String> names) {
    String things =
        switch (link.kind()) {
          case PERSON -> "the people";
          case TEAM -> "the teams";
          default -> "what is missing";
        };
    return new Rejected(
        Extent.VALUE,
        link.place(),
        "`%s` of '%s'".formatted(link.field(), patch.name()),
        names.isEmpty()
            ? "It names '%s', which is neither in the file nor in the estate.".formatted(link.id())
            : "It names '%s'; %d things are called so.".formatted(link.id(), names.size()),
        names.isEmpty()
            ? "Import %s first, or correct the name in the source.".formatted(things)
            : "Name it by its id, or give each a name of its own.");
  }

  private static boolean isList(EntryKind kind, String field) {
    return kind.shape().key(field).filter(key -> key.shape() instanceof Shape.ListOf).isPresent();
  }

  private static Object joined(Object some, Object more) {
    List<Object> joined = new ArrayList<>((Collection<?>) some);
    ((Collection<?>) more).stream().filter(item -> !joined.contains(item)).forEach(joined::add);
    return joined;
  }
}
