package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.store.TermsStore.Written;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the texts say that were read last, one of each upgrade. A text that was kept is never
 * changed, so what it says holds on every server.
 */
final class LastRead {
  private final Map<UpgradeId, Read> last = new ConcurrentHashMap<>();

  private record Read(long version, ScheduleTerms terms) {}

  ScheduleTerms of(Written written) {
    Read there = last.get(written.upgrade());
    if (there == null || there.version() != written.version()) {
      there =
          new Read(
              written.version(),
              TermsReader.read(written.body()).terms().orElse(ScheduleTerms.NONE));
      last.put(written.upgrade(), there);
    }
    return there.terms();
  }
}
