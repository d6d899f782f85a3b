package dev.evenkeel.judge.backtest;

import java.time.Instant;
import java.util.Optional;

/** Something that watches upgrades that might have been, and would have taken some back. */
@FunctionalInterface
public interface Alarms {
  /** When it would have taken the upgrade back. */
  Optional<Instant> first(Replay replay);
}
