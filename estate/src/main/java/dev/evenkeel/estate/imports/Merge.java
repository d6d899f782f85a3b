package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.imports.Naming.Given;
import dev.evenkeel.estate.imports.Rejected.Extent;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes documents of what a source says. Nothing is removed from the estate: what a file does not
 * hold stays as it is. Merging the same again changes nothing.
 *
 * <ol>
 *   <li>Each thing gets its document: {@link Naming}.
 *   <li>What it says of other things is resolved, in the file and in the estate. What cannot be
 *       resolved is rejected; the thing itself is brought.
 *   <li>What would make the document invalid is rejected with its place.
 *   <li>What a person wrote stays: {@link ThreeWay}. What stood in a document before the source was
 *       first heard of it was written by a person. Of {@code dependsOn} the entries of this source
 *       are replaced, others stay; what stands there already is not repeated.
 * </ol>
 */
public final class Merge {

  /**
   * The outcome.
   *
   * @param documents as they should be, also those that stay as they are
   * @param rejected in addition to what was rejected when the file was read
   * @param said keep it for the next import of this source
   */
  public record Merged(List<Document> documents, List<Rejected> rejected, Said said) {
    public Merged {
      documents = List.copyOf(documents);
      rejected = List.copyOf(rejected);
    }
  }

  private final String source;
  private final Said last;
  private final Naming naming;
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<EntryKind, Map<String, Map<String, Object>>> said = new TreeMap<>();

  private Merge(String source, Said last, Naming naming) {
    this.source = source;
    this.last = last;
    this.naming = naming;
  }

  /**
   * @param source name of the source, such as {@code netbox}; its entries carry it, so it is
   *     spelled like {@link Names#NAME}
   * @param last what the source said before
   */
  public static Merged of(Estate estate, String source, Imported imported, Said last) {
    if (!Names.NAME.fit(source)) {
      throw new IllegalArgumentException(
          "A source is called with %s; not '%s'.".formatted(Names.NAME.says(), source));
    }
    Merge merge = new Merge(source, last, new Naming(estate, source, imported.patches()));
    List<Document> documents =
        imported.patches().stream().map(merge::document).flatMap(Optional::stream).toList();
    return new Merged(documents, merge.rejected, last.and(new Said(merge.said)));
  }

  private Optional<Document> document(Patch patch) {
    Given given = naming.of(patch);
    if (patch.isOnlyNamed() && given.before().isPresent()) {
      return given.before();
    }
    Map<String, Object> theirs = new LinkedHashMap<>();
    theirs.put("name", given.name());
    if (!given.name().equals(patch.name())) {
      theirs.put("title", patch.name());
    }
    theirs.putAll(patch.fields());
    List<Map<String, Object>> needs = follow(patch, theirs);
    if (!patch.isOnlyNamed()) {
      theirs.put("sources", Map.of(source, patch.id()));
    }
    if (!needs.isEmpty() && given.before().isEmpty()) {
      theirs.put("dependsOn", needs);
    }
    Optional<Document> sound = sound(patch, theirs);
    sound
        .filter(_ -> !patch.isOnlyNamed())
        .ifPresent(document ->
            said.computeIfAbsent(patch.kind(), _ -> new TreeMap<>())
                .put(patch.id(), withoutOwn(document.fields())));
    if (given.before().isEmpty() || sound.isEmpty()) {
      return sound;
    }
    Document before = given.before().get();
    Map<String, Object> merged = merged(patch, before, given, sound.get().fields(), needs);
    return merged.equals(before.fields()) ? given.before() : sound(patch, merged);
  }

  private static Map<String, Object> withoutOwn(Map<String, Object> fields) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    rest.keySet().removeAll(List.of("name", "sources", "dependsOn"));
    return rest;
  }

  private Map<String, Object> merged(
      Patch patch,
      Document before,
      Given given,
      Map<String, Object> theirs,
      List<Map<String, Object>> needs) {
    Map<String, Object> ours = before.fields();
    Map<String, Object> base =
        last.of(patch.kind(), patch.id())
            .orElseGet(() -> given.byName() ? Map.of() : assumed(ours, theirs));
    Map<String, Object> merged =
        new ThreeWay(
                base,
                (field, mine, new_) ->
                    rejected.add(
                        new Rejected(
                            Extent.VALUE,
                            patch.place(),
                            "`%s` of %s".formatted(field, before.key()),
                            "It says '%s' here; a person wrote '%s'.".formatted(new_, mine),
                            "To have what is said here, take `%s` out of the document and import again."
                                .formatted(field))))
            .of(withoutOwn(ours), withoutOwn(theirs));
    Map<String, Object> sources = new LinkedHashMap<>(before.entry().sources());
    sources.put(source, patch.id());
    merged.put("sources", sources);
    merged.put("name", given.name());
    List<Map<String, Object>> all = dependencies(ours, needs);
    if (!all.isEmpty()) {
      merged.put("dependsOn", all);
    }
    return merged;
  }

  /**
   * What was said last, when that is not remembered of a document that came from this source:
   * single values as they are, if they are still said, so that a lost memory does not stop all
   * following; of lists nothing, since what a person added would be lost.
   */
  private static Map<String, Object> assumed(Map<String, Object> ours, Map<String, Object> theirs) {
    Map<String, Object> base = new LinkedHashMap<>();
    theirs.forEach((key, value) -> {
      Object mine = ours.get(key);
      if (mine instanceof Map<?, ?> && value instanceof Map<?, ?>) {
        base.put(key, assumed(asMap(mine), asMap(value)));
      } else if (mine != null && !(mine instanceof List<?>)) {
        base.put(key, mine);
      }
    });
    return base;
  }

  private List<Map<String, Object>> dependencies(
      Map<String, Object> ours, List<Map<String, Object>> needs) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object entry : ours.get("dependsOn") instanceof List<?> entries ? entries : List.of()) {
      if (!source.equals(asMap(entry).get("source"))) {
        all.add(asMap(entry));
      }
    }
    List<List<Object>> there = all.stream().map(Merge::whatFor).toList();
    needs.stream().filter(need -> !there.contains(whatFor(need))).forEach(all::add);
    return all;
  }

  private static List<Object> whatFor(Map<String, Object> need) {
    return List.of(
        Objects.requireNonNull(need.get("system")),
        need.getOrDefault("type", "calls"),
        need.getOrDefault("via", ""));
  }

  @SuppressWarnings("unchecked") // the keys of documents are texts
  private static Map<String, Object> asMap(Object entry) {
    return (Map<String, Object>) entry;
  }

  /**
   * Puts what a thing says of others into its fields; its dependencies, in order, for themselves.
   */
  private List<Map<String, Object>> follow(Patch patch, Map<String, Object> fields) {
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
        fields.merge(link.field(), List.of(names.getFirst()), Merge::joined);
      } else {
        fields.put(link.field(), names.getFirst());
      }
    }
    return needs.entrySet().stream()
        .sorted(Comparator.comparing(need -> need.getKey().toString()))
        .map(Map.Entry::getValue)
        .toList();
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

  /** The document without what would make it invalid; each field stands on a line of its own. */
  private Optional<Document> sound(Patch patch, Map<String, Object> fields) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    while (true) {
      Map<String, Value> values = new LinkedHashMap<>();
      Map<String, Where> keys = new HashMap<>();
      List<String> lines = List.copyOf(rest.keySet());
      rest.forEach((key, value) -> {
        Where where = new Where(values.size() + 1, 1);
        keys.put(key, where);
        values.put(key, Json.value(value, where));
      });
      Findings findings = new Findings(patch.place().file());
      Optional<Document> document =
          EstateReader.document(
              patch.kind(), new Value.Fields(values, keys, new Where(1, 1)), findings);
      if (document.isPresent()) {
        return document;
      }
      Finding found = findings.inOrder().getFirst();
      String field = lines.get(found.where().line() - 1);
      boolean whole = field.equals("name") || field.equals("sources");
      rejected.add(
          new Rejected(
              whole ? Extent.ROW : Extent.VALUE,
              patch.place(),
              whole
                  ? "'%s'".formatted(patch.name())
                  : "`%s` of '%s'".formatted(field, patch.name()),
              found.message(),
              found.wayOut()));
      if (whole) {
        return Optional.empty();
      }
      rest.remove(field);
    }
  }
}
