package dev.evenkeel.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A row of the trail as one line of JSON: names in this order, no white space. */
public final class EntryLine {
  private EntryLine() {}

  public static String write(Entry entry) {
    Deed deed = entry.deed();
    var line = new StringBuilder(512).append("{\"seq\":").append(entry.seq());
    member(line, "at", deed.moment());
    member(line, "actorKind", deed.actorKind());
    member(line, "actor", deed.actor());
    member(line, "what", deed.what());
    member(line, "subject", deed.subject());
    line.append(",\"facts\":").append(deed.facts());
    member(line, "before", entry.before());
    member(line, "hash", entry.hash());
    return line.append('}').toString();
  }

  private static void member(StringBuilder line, String name, String value) {
    line.append(",\"").append(name).append("\":");
    Facts.quote(line, value);
  }

  /**
   * @throws IllegalArgumentException when it is not, byte for byte, a line as it is written here
   */
  public static Entry read(String line) {
    var reader = new Reader(line);
    reader.expect("{\"seq\":");
    long seq = reader.number();
    String at = member(reader, "at");
    String actorKind = member(reader, "actorKind");
    String actor = member(reader, "actor");
    String what = member(reader, "what");
    String subject = member(reader, "subject");
    reader.expect(",\"facts\":");
    String facts = Facts.write(reader.object());
    String before = member(reader, "before");
    String hash = member(reader, "hash");
    reader.expect("}");
    reader.end();
    Entry entry =
        new Entry(seq, new Deed(moment(at), actorKind, actor, what, subject, facts), before, hash);
    if (!write(entry).equals(line)) {
      throw new IllegalArgumentException("it is not written as a row of the trail is");
    }
    return entry;
  }

  private static Instant moment(String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%s' is no time".formatted(at), e);
    }
  }

  private static String member(Reader reader, String name) {
    reader.expect(",\"" + name + "\":");
    return reader.string();
  }
}
