package dev.evenkeel.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Verifies a trail, row by row in its order. Steps: 1. the number is the next one; 2. the row
 * follows from the one before; 3. its hash is that of its content; 4. it has the hash that anchors
 * know of it; 5. at the end, the trail is at least as long as every anchor says. The first row for
 * which one of them does not hold is the answer: what comes after it proves nothing.
 */
public final class ChainCheck {

  /**
   * What is wrong.
   *
   * @param seq the first row that is wrong or missing
   */
  public record Fault(long seq, String says) {}

  private final SortedMap<Long, String> anchors = new TreeMap<>();
  private Optional<Fault> fault = Optional.empty();
  private long seq;
  private String hash = Entry.NOTHING;

  public ChainCheck(Collection<Anchor> anchors) {
    for (Anchor anchor : anchors) {
      String other = this.anchors.putIfAbsent(anchor.seq(), anchor.hash());
      if (other != null && !other.equals(anchor.hash())) {
        throw new IllegalArgumentException(
            "Two anchors say of row %d that it has different hashes, so one of them is wrong."
                .formatted(anchor.seq()));
      }
    }
  }

  /** Takes the next row as a line of an export. */
  public boolean line(String line) {
    if (fault.isPresent()) {
      return false;
    }
    try {
      return next(EntryLine.read(line));
    } catch (IllegalArgumentException unreadable) {
      return wrong(seq + 1, "cannot be read: %s.".formatted(unreadable.getMessage()));
    }
  }

  /**
   * Takes the next row as the bytes of its line; what is no UTF-8 is no row.
   *
   * @return whether all is well so far
   */
  public boolean line(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    if (fault.isEmpty() && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)) {
      return wrong(seq + 1, "cannot be read: it is no text in UTF-8.");
    }
    return line(text);
  }

  /**
   * Takes the next row.
   *
   * @return whether all is well so far
   */
  public boolean next(Entry entry) {
    if (fault.isPresent()) {
      return false;
    }
    long expected = seq + 1;
    if (entry.seq() != expected) {
      return wrong(
          expected,
          entry.seq() > expected
              ? "is missing, or not where it belongs: row %d stands there.".formatted(entry.seq())
              : "is not there: row %d stands there a second time, or not where it belongs."
                  .formatted(entry.seq()));
    }
    if (!entry.before().equals(hash)) {
      return wrong(
          expected,
          "does not follow from the row before it: one of them was changed, or rows were taken out or put in between.");
    }
    if (!entry.isSound()) {
      return wrong(expected, "was changed: its hash is not that of what stands in it.");
    }
    String known = anchors.getOrDefault(expected, entry.hash());
    if (!known.equals(entry.hash())) {
      return wrong(
          expected,
          "has another hash than its anchor: this row or one before it was written anew, with all that follow.");
    }
    seq = expected;
    hash = entry.hash();
    return true;
  }

  /** The trail ends here. */
  public Optional<Fault> end() {
    if (fault.isEmpty() && !anchors.isEmpty() && anchors.lastKey() > seq) {

      wrong(
          seq + 1,
          "is missing: the trail was cut off, for an anchor knows of row %d."
              .formatted(anchors.lastKey()));
    }
    return fault;
  }

  /** How many rows are well. */
  public long rows() {
    return seq;
  }

  /** The last row that is well, to be kept elsewhere; of an empty trail there is none. */
  public Optional<Anchor> head() {
    return seq == 0 ? Optional.empty() : Optional.of(new Anchor(seq, hash));
  }

  private boolean wrong(long row, String says) {
    fault = Optional.of(new Fault(row, "Row %d %s".formatted(row, says)));
    return false;
  }
}
