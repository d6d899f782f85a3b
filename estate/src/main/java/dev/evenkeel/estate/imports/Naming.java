package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the document of each thing of a source, or a name for a new one.
 *
 * <ol>
 *   <li>The document that has its id in this source.
 *   <li>The one with the name the thing would get, if it has no id in this source yet and no other
 *       thing would get the same name. Of people and teams also the only one with that title.
 *   <li>Of a thing that is only named, such as the owner of a system, any document with that name.
 *   <li>A new one. Where several want a name, the one with the smallest id gets it, the others get
 *       a mark made of their id: whatever stands first in the file.
 * </ol>
 */
final class Naming {

  /** A thing of a source. */
  record Id(EntryKind kind, String id) {}

  /**
   * The document of a thing.
   *
   * @param byName whether it was known by nothing but its name, so nothing in it is of this source
   */
  record Given(String name, Optional<Document> before, boolean byName) {}

  private final Estate estate;
  private final String source;
  private final Map<Id, Document> byId = new HashMap<>();
  private final Map<Document.Key, List<Document>> byTitle = new HashMap<>();
  private final Map<Document.Key, List<Patch>> called = new HashMap<>();
  private final Map<Document.Key, List<Patch>> wanting = new HashMap<>();
  private final Map<Id, Given> given = new HashMap<>();
  private final Set<Document.Key> taken = new HashSet<>();

  /**
   * @param patches that are {@linkplain #distinct distinct}
   */
  Naming(Estate estate, String source, List<Patch> patches) {
    this.estate = estate;
    this.source = source;
    estate.all().forEach(this::index);
    List<Patch> inOrder = new ArrayList<>(patches);
    inOrder.sort(Comparator.comparing(Patch::id, Naming::compareIds));
    List<Patch> unknown = new ArrayList<>();
    for (Patch patch : inOrder) {
      Document.Key wanted = wanted(patch);
      called.merge(wanted, List.of(patch), Naming::both);
      Document known = byId.get(idOf(patch));
      if (known != null) {
        given.put(idOf(patch), new Given(known.name(), Optional.of(known), false));
      } else {
        unknown.add(patch);
        wanting.merge(wanted, List.of(patch), Naming::both);
      }
    }
    unknown.stream().filter(patch -> !adopted(patch)).toList().forEach(this::newName);
  }

  /**
   * Without those that are only named and are called like another: {@code ann example} and {@code
   * Ann Example} are one person, and one whom a row describes is not described twice.
   */
  static List<Patch> distinct(List<Patch> patches) {
    Set<Document.Key> described = new HashSet<>();
    Map<Document.Key, Patch> named = new HashMap<>();
    for (Patch patch : patches) {
      if (patch.isOnlyNamed()) {
        named.merge(wanted(patch), patch, (a, b) -> compareIds(a.id(), b.id()) <= 0 ? a : b);
      } else {
        described.add(wanted(patch));
      }
    }
    return patches.stream()
        .filter(patch ->
            !patch.isOnlyNamed()
                || patch == named.get(wanted(patch)) && !described.contains(wanted(patch)))
        .toList();
  }

  static Id idOf(Patch patch) {
    return new Id(patch.kind(), patch.id());
  }

  /** Of a thing of the file. */
  Given of(Patch patch) {
    Given found = given.get(idOf(patch));
    if (found == null) {
      throw new IllegalStateException(patch + " is not of this file");
    }
    return found;
  }

  /**
   * The names of the documents that something named in a file may be, in the file or in the estate:
   * by its id, else by what it is called.
   */
  List<String> find(EntryKind kind, String id) {
    Given inFile = given.get(new Id(kind, id));
    if (inFile != null) {
      return List.of(inFile.name());
    }
    Document known = byId.get(new Id(kind, id));
    if (known != null) {
      return List.of(known.name());
    }
    Document.Key name = key(kind, id);
    List<Patch> sameName = called.getOrDefault(name, List.of());
    return sameName.isEmpty()
        ? estate.find(name).map(Document::name).stream().toList()
        : sameName.stream().map(patch -> of(patch).name()).toList();
  }

  /** Nearly always there is one, for which a list that grows would be large. */
  private static List<Patch> both(List<Patch> some, List<Patch> more) {
    List<Patch> all = some instanceof ArrayList<Patch> growing ? growing : new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private void index(Document document) {
    String id = document.entry().sources().get(source);
    if (id != null) {
      byId.put(new Id(document.kind(), id), document);
    }
    document
        .entry()
        .title()
        .ifPresent(title ->
            byTitle
                .computeIfAbsent(titled(document.kind(), title), _ -> new ArrayList<>())
                .add(document));
    taken.add(document.key());
  }

  private boolean adopted(Patch patch) {
    Document.Key wanted = wanted(patch);
    if (wanting.getOrDefault(wanted, List.of()).size() > 1) {
      return false;
    }
    Optional<Document> free =
        estate
            .find(wanted)
            .or(() -> titled(patch))
            .filter(document -> patch.isOnlyNamed() || !ofThisSource(document));
    free.ifPresent(document ->
        given.put(idOf(patch), new Given(document.name(), Optional.of(document), true)));
    return free.isPresent();
  }

  private Optional<Document> titled(Patch patch) {
    if (patch.kind() != EntryKind.PERSON && patch.kind() != EntryKind.TEAM) {
      return Optional.empty();
    }
    List<Document> found = byTitle.getOrDefault(titled(patch.kind(), patch.name()), List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private boolean ofThisSource(Document document) {
    return document.entry().sources().containsKey(source);
  }

  private void newName(Patch patch) {
    Document.Key wanted = wanted(patch);
    Document.Key name = wanted;
    for (String salt = ""; !taken.add(name); salt += "'") {
      name =
          new Document.Key(
              patch.kind(), wanted.name() + "-" + Spelling.mark(source + " " + patch.id() + salt));
    }
    given.put(idOf(patch), new Given(name.name(), Optional.empty(), false));
  }

  private static Document.Key wanted(Patch patch) {
    return key(patch.kind(), patch.name());
  }

  private static Document.Key key(EntryKind kind, String called) {
    return new Document.Key(kind, Spelling.of(called, kind.word().toLowerCase(Locale.ROOT)));
  }

  private static Document.Key titled(EntryKind kind, String title) {
    return new Document.Key(kind, title.strip().toLowerCase(Locale.ROOT));
  }

  /** Numbers as numbers. */
  private static int compareIds(String a, String b) {
    boolean numbers = isNumber(a) && isNumber(b) && a.length() != b.length();
    return numbers ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty() && id.charAt(0) != '0' && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
