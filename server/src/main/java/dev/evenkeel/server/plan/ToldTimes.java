package dev.evenkeel.server.plan;

import dev.evenkeel.calendar.Span;
import java.util.Optional;

/** Whoever tells people when upgrades happen says here what they were told last. */
public interface ToldTimes {
  /** Empty when nobody was told, or what they were told counts no more. */
  Optional<Span> of(Upgrade upgrade);
}
