package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.shared.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the systems of the estate may be changed, as the engine asks for it. */
public interface SystemHours {

  /**
   * Why a system may not be changed at some time.
   *
   * @param says the window or freeze, and until when, for a person
   * @param overriddenBy the right that may let a run go on all the same
   */
  record Against(String system, String says, Right overriddenBy) {}

  /** Which of these names are systems of the estate. */
  Set<String> known(Collection<String> names);

  /** All that speaks against changing these systems at any moment of a time. */
  List<Against> against(Collection<String> systems, Instant from, Instant to);

  /** When the time ends that is open to all of them; empty when none ends, or it is not open. */
  Optional<Instant> openUntil(Collection<String> systems, Instant at);

  /** When it is open next to all of them for as long; empty when that is not known. */
  Optional<Instant> openNext(Collection<String> systems, Duration length, Instant from);
}
