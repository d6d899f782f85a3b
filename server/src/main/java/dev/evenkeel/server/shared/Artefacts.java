package dev.evenkeel.server.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of things that pile up and may be deleted after a time, kept by whoever owns it. What
 * belongs to an upgrade under legal hold is never deleted.
 */
public interface Artefacts {
  /** Stored, so it never changes. */
  String kind();

  /** What they are called, for people. */
  String title();

  /** What they are, for people, and what stays when they are deleted. */
  String says();

  /**
   * What is deleted together.
   *
   * @param path of the page it belongs to
   * @param upgrade it belongs to, if it is known
   * @param at when the newest of it came
   * @param characters how long it is
   */
  record Batch(
      String path,
      String title,
      Optional<Long> upgrade,
      Instant at,
      long pieces,
      long characters) {}

  /** How much there is of something: pages, what stands on them, and how long it is. */
  record Tally(long pages, long pieces, long characters) {}

  /**
   * What is older than a moment and not held, the oldest first.
   *
   * @param held upgrades of which nothing is told; if there is any, what belongs to no known
   *     upgrade is not told either
   */
  List<Batch> olderThan(Instant moment, Set<Long> held, int limit);

  /** How much all of {@link #olderThan} is. */
  Tally tally(Instant moment, Set<Long> held);

  /** Deletes what is older than a moment of those whose pages are named. */
  void delete(Instant moment, Set<String> paths);
}
