package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.store.TermsStore.Written;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is planned of an upgrade, as programs read it.
 *
 * @param said what people said
 * @param plan the same with what is proposed for the rest
 * @param proposedOrder what should come before it, as what runs needs it, and does not yet
 * @param version 0 while nobody said anything
 */
record TermsView(
    ScheduleTerms said,
    UpgradePlan plan,
    List<TierOrder.Before> proposedOrder,
    String text,
    long version,
    Optional<Actor> by,
    Optional<Instant> at) {

  static TermsView of(Planned planned) {
    return new TermsView(
        planned.said(),
        planned.plan(),
        planned.proposedOrder(),
        planned.text(),
        planned.version(),
        planned.written().map(Written::by),
        planned.written().map(Written::at));
  }

  /** One of all it ever was. */
  record Edit(long version, String text, Actor by, Instant at) {
    static Edit of(Written written) {
      return new Edit(written.version(), written.body(), written.by(), written.at());
    }
  }
}
