package dev.evenkeel.estate;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All documents at one moment. Never changes. */
public final class Estate {
  public static final Estate EMPTY = of(List.of());

  private final Map<EntryKind, NavigableMap<String, Document>> documents;

  private Estate(Map<EntryKind, NavigableMap<String, Document>> documents) {
    this.documents = documents;
  }

  /** Of documents with one revision of each. */
  public static Estate of(Collection<Document> documents) {
    Map<EntryKind, NavigableMap<String, Document>> all = new EnumMap<>(EntryKind.class);
    for (EntryKind kind : EntryKind.values()) {
      all.put(kind, new TreeMap<>());
    }
    documents.forEach(document -> in(all, document.kind()).put(document.name(), document));
    return new Estate(all);
  }

  /** The estate after changes; what it was before does not matter. */
  public Estate after(Collection<Change> changes) {
    Map<EntryKind, NavigableMap<String, Document>> all = new EnumMap<>(documents);
    changes.stream()
        .map(change -> change.key().kind())
        .distinct()
        .forEach(kind -> all.put(kind, new TreeMap<>(in(all, kind))));
    for (Change change : changes) {
      NavigableMap<String, Document> ofKind = in(all, change.key().kind());
      change
          .after()
          .ifPresentOrElse(
              document -> ofKind.put(change.key().name(), document),
              () -> ofKind.remove(change.key().name()));
    }
    return new Estate(all);
  }

  /** What putting these documents in the place of those of the same name would change. */
  public List<Change> changesBy(Collection<Document> wanted) {
    return wanted.stream().map(this::changeBy).flatMap(Optional::stream).toList();
  }

  /** The same of one document; empty when it stays as it is. */
  public Optional<Change> changeBy(Document wanted) {
    Optional<Document> before = find(wanted.key());
    return before.filter(wanted::saysTheSameAs).isPresent()
        ? Optional.empty()
        : Optional.of(Change.to(wanted, before));
  }

  public Optional<Document> find(Document.Key key) {
    return Optional.ofNullable(in(documents, key.kind()).get(key.name()));
  }

  public Optional<EstateSystem> system(String name) {
    return find(new Document.Key(EntryKind.SYSTEM, name))
        .map(document -> (EstateSystem) document.entry());
  }

  /** The name of the calendar whose windows hold for a system: its own, else that of its team. */
  public Optional<String> calendarOf(EstateSystem system) {
    return system
        .calendar()
        .or(() ->
            system
                .team()
                .flatMap(name -> find(new Document.Key(EntryKind.TEAM, name)))
                .flatMap(team -> ((Team) team.entry()).calendar()));
  }

  /** Those of a kind, by name. */
  public NavigableMap<String, Document> all(EntryKind kind) {
    return Collections.unmodifiableNavigableMap(in(documents, kind));
  }

  /** All, by kind and name. */
  public Stream<Document> all() {
    return documents.values().stream().flatMap(ofKind -> ofKind.values().stream());
  }

  public int size() {
    return documents.values().stream().mapToInt(Map::size).sum();
  }

  private static NavigableMap<String, Document> in(
      Map<EntryKind, NavigableMap<String, Document>> all, EntryKind kind) {
    return Objects.requireNonNull(all.get(kind), kind::word);
  }
}
