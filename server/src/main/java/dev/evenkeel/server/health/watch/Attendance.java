package dev.evenkeel.server.health.watch;

import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.store.WatchStore;
import dev.evenkeel.server.health.store.WatchStore.StoredWatch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes who is watched, and which target is in which part from when to when: charts need it. */
@Component
class Attendance {
  private static final int REMEMBERED = 10_000;

  private final WatchStore watches;
  private final Map<String, Arms> noted = new ConcurrentHashMap<>();

  Attendance(WatchStore watches) {
    this.watches = watches;
  }

  Optional<StoredWatch> of(String watch) {
    return watches.find(watch);
  }

  void clockSetBack(String watch, Instant now) {
    watches.clockSetBack(watch, now);
  }

  void looked(String watch, Instant now) {
    watches.looked(watch, now);
  }

  void judged(String watch, Arms arms, Instant now) {
    watches.judged(watch, arms.changeBegan(), now);
    if (arms.equals(noted.get(watch))) {
      return;
    }
    var waitingSince = arms.changeBegan().orElse(now);
    watches.settle(
        watch,
        arms.upgraded(),
        arms.waiting().stream().collect(Collectors.toMap(Function.identity(), _ -> waitingSince)),
        now);
    if (noted.size() > REMEMBERED) {
      noted.clear(); // only costs writing some of it down once more
    }
    noted.put(watch, arms);
  }
}
