package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.runbook.Ordered;
import java.util.List;
import java.util.Map;

/**
 * What a file says about one thing.
 *
 * @param kind one whose documents have {@code sources}
 * @param id identifies it in its source; never changes there
 * @param name as people call it there; its document's name is made of it
 * @param fields of the document, in its shape, as texts, numbers, flags, lists and maps
 * @param links what it says of other things
 * @param place where it stood
 * @param rows of how many rows it is made: 1, and 1 more for each link when links are rows of their
 *     own, such as the edges of a graph; 0 of what is only named
 */
public record Patch(
    EntryKind kind,
    String id,
    String name,
    Map<String, Object> fields,
    List<Link> links,
    Place place,
    int rows) {

  public Patch(
      EntryKind kind,
      String id,
      String name,
      Map<String, Object> fields,
      List<Link> links,
      Place place) {
    this(kind, id, name, fields, links, place, 1);
  }

  public Patch {
    fields = FewFields.of(fields);
    links = List.copyOf(links);
  }

  /** One that is only named in a file, such as the owner of a system. */
  static Patch mentioned(EntryKind kind, String name, Place place) {
    return new Patch(kind, name, name, Map.of(), List.of(), place, 0);
  }

  /** The same, made of so many rows. */
  Patch ofRows(int count) {
    return count == rows ? this : new Patch(kind, id, name, fields, links, place, count);
  }

  /** Links that are rows of their own. */
  List<Link> rowsBeside() {
    return rows == 1 + links.size() ? links : List.of();
  }

  boolean saysNothing() {
    return fields.isEmpty() && links.isEmpty();
  }

  /** Whether nothing is known of it but its name, and so no id either. */
  boolean isOnlyNamed() {
    return saysNothing() && id.equals(name);
  }

  /**
   * That a thing names another.
   *
   * @param field that will hold the name of the other's document
   * @param kind of the other
   * @param id of the other in the source; its name when the source knows nothing else
   * @param more of a dependency: {@code type}, {@code via}, {@code note}
   */
  public record Link(
      String field, EntryKind kind, String id, Map<String, Object> more, Place place) {
    public Link {
      more = Ordered.copyOf(more);
    }

    static Link to(String field, EntryKind kind, String id, Place place) {
      return new Link(field, kind, id, Map.of(), place);
    }

    static Link dependency(String id, Map<String, Object> more, Place place) {
      return new Link("dependsOn", EntryKind.SYSTEM, id, more, place);
    }
  }
}
