package dev.evenkeel.server.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reason why something is refused, with how it goes away; said by whoever refuses.
 *
 * @param brief the same sentence below the title of what clears it
 */
public record Obstacle(Clearing by, String says, String brief) {
  private static final Clearing BESIDES = new Clearing("besides", "Besides", "", Optional.empty());

  /**
   * How reasons go away that go away together.
   *
   * @param kind a word that never changes, such as {@code approval}
   * @param who clears them, a sentence
   * @param path of the page where that is done
   */
  public record Clearing(String kind, String title, String who, Optional<String> path) {}

  /** Reasons that go away together. */
  public record Group(Clearing by, List<String> says) {
    public Group {
      says = List.copyOf(says);
    }
  }

  public static Obstacle of(Clearing by, String says) {
    return new Obstacle(by, says, says);
  }

  /** Whose way out stands in its own sentence. */
  public static Obstacle besides(String says) {
    return of(BESIDES, says);
  }

  public static List<String> sentences(List<Obstacle> all) {
    return all.stream().map(Obstacle::says).toList();
  }

  /** Empty when there is one reason only: its own sentence says it best. */
  public static List<Group> grouped(List<Obstacle> all) {
    if (all.size() < 2) {
      return List.of();
    }
    Map<Clearing, List<String>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(one.by(), _ -> new ArrayList<>()).add(one.brief()));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
