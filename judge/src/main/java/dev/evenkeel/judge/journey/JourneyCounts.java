package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Journeys as counters: attempts that ended, and those that ended without success. An attempt that
 * was begun again without an answer has failed. One a track, so that the share that fails can be
 * compared between the versions as errors are.
 */
public final class JourneyCounts {
  private record Place(String user, String workflow) {}

  private JourneyCounts() {}

  public static List<Track> of(List<Track> tracks) {
    return tracks.stream().map(JourneyCounts::counted).toList();
  }

  private static Track counted(Track track) {
    var readings = new ArrayList<Reading>();
    var seen = new HashSet<Act>();
    var open = new HashMap<Place, Boolean>();
    long ended = 0;
    long failed = 0;
    for (var reading : track.readings()) {
      var acted = reading.find(Fact.Acted.class);
      if (acted.isEmpty()) {
        continue;
      }
      for (var act : inTime(acted.get().acts(), seen)) {
        boolean success = act.what() == Act.What.COMPLETED;
        if (ends(act, open)) {
          ended++;
          failed += success ? 0 : 1;
        }
      }
      readings.add(Reading.of(reading.at(), new Fact.Counted(ended, failed)));
    }
    return new Track(track.target(), readings);
  }

  private static List<Act> inTime(List<Act> acts, Set<Act> seen) {
    return acts.stream()
        .filter(Act::usable)
        .filter(seen::add)
        .sorted(
            Comparator.comparing(Act::at)
                .thenComparing(Act::what)
                .thenComparing(Act::user)
                .thenComparing(Act::workflow)
                .thenComparing(Act::detail))
        .toList();
  }

  private static boolean ends(Act act, Map<Place, Boolean> open) {
    var place = new Place(act.user(), act.workflow());
    return switch (act.what()) {
      case TRIED -> open.put(place, true) != null;
      case FAILED, COMPLETED -> {
        open.remove(place);
        yield true;
      }
      case LEFT -> {
        open.remove(place);
        yield false;
      }
      case WAITING -> false;
    };
  }
}
