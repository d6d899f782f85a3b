package dev.evenkeel.estate;

import dev.evenkeel.estate.text.Canonical;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import java.util.Map;

/**
 * One document of the estate. Two documents say the same exactly when their JSON is equal.
 *
 * @param json what it says, canonical, without {@code apiVersion} and {@code kind}
 * @param entry what it says
 * @param where its first line in the text it came from
 */
public record Document(EntryKind kind, String json, Entry entry, Where where) {

  /** Names a document. */
  public record Key(EntryKind kind, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int kinds = kind.compareTo(other.kind);
      return kinds == 0 ? name.compareTo(other.name) : kinds;
    }

    @Override
    public String toString() {
      return kind.word() + " " + name;
    }
  }

  /**
   * @param body that fits the shape of its kind
   * @param entry what it says
   */
  static Document of(EntryKind kind, Value.Fields body, Entry entry) {
    return new Document(kind, Json.write(Canonical.of(body, kind.shape())), entry, body.where());
  }

  /**
   * One that was kept.
   *
   * @param json of a document that was well when it was kept
   */
  public static Document kept(EntryKind kind, String json) {
    return new Document(
        kind, json, (Entry) Binder.bind(Json.readKept(json), kind.type()), Where.NOWHERE);
  }

  public String name() {
    return entry.name();
  }

  public Key key() {
    return new Key(kind, entry.name());
  }

  /** What it says, as maps, lists, texts, numbers and flags. */
  public Map<String, Object> fields() {
    return Json.plain(json);
  }

  /** Whether both say the same, wherever they stood. */
  public boolean saysTheSameAs(Document other) {
    return kind == other.kind && json.equals(other.json);
  }
}
