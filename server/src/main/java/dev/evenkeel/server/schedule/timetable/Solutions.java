package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import dev.evenkeel.server.shared.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Solutions that were asked for lately, unpacked: while something is dragged, each step asks. */
@Component
class Solutions {
  private static final int MOST = 6;

  private record Key(long id, long version) {}

  private final TimetableStore store;
  private final Map<Key, Solution> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Solution> eldest) {
          return size() > MOST;
        }
      };

  Solutions(TimetableStore store) {
    this.store = store;
  }

  Solution of(long id, long version) {
    Key key = new Key(id, version);
    synchronized (known) {
      Solution solution = known.get(key);
      if (solution != null) {
        return solution;
      }
    }
    Solution solution =
        store
            .solution(id)
            .orElseThrow(() ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no timetable %d.".formatted(id)));
    synchronized (known) {
      known.put(key, solution);
    }
    return solution;
  }
}
