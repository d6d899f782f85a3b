package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts out who did what on which version.
 *
 * <p>The same act told twice is one. One told of both versions was the old version's. One that is
 * older than the first reading of an upgraded target counts for nobody: by then the target may have
 * been on either.
 */
final class Acts {
  private static final Comparator<Told> IN_TIME =
      Comparator.comparing((Told told) -> told.act().at())
          .thenComparing(told -> told.act().what())
          .thenComparing(told -> told.act().detail());

  private record Place(String user, String workflow) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byUser = user.compareTo(other.user);
      return byUser != 0 ? byUser : workflow.compareTo(other.workflow);
    }
  }

  private Acts() {}

  /** One list a user and workflow, each the oldest first. */
  static List<List<Told>> of(Evidence evidence, Instant now) {
    var parts = new HashMap<Act, Part>();
    evidence.before().forEach(track -> add(parts, track, Part.OLD));
    evidence.waiting().forEach(track -> add(parts, track, Part.OLD));
    evidence.upgraded().forEach(track -> add(parts, track, Part.NEW));
    var byPlace = new TreeMap<Place, List<Told>>();
    parts.forEach((act, part) -> {
      if (!act.at().isAfter(now)) {
        byPlace
            .computeIfAbsent(
                new Place(act.user(), act.workflow()), _ -> new java.util.ArrayList<>())
            .add(new Told(act, part));
      }
    });
    byPlace.values().forEach(own -> own.sort(IN_TIME));
    return List.copyOf(byPlace.values());
  }

  private static void add(Map<Act, Part> parts, Track track, Part part) {
    if (track.readings().isEmpty()) {
      return;
    }
    var arrived = track.readings().getFirst().at();
    for (var reading : track.readings()) {
      for (var fact : reading.facts()) {
        if (fact instanceof Fact.Acted(var acts)) {
          for (var act : acts) {
            if (act.usable() && (part == Part.OLD || !act.at().isBefore(arrived))) {
              parts.merge(act, part, (one, other) -> one == other ? one : Part.OLD);
            }
          }
        }
      }
    }
  }
}
