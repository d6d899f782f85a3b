package dev.evenkeel.server.execution.action;

import java.time.Instant;
import java.util.Optional;

/** What people answered to the steps that ask them. An answer is given once and stays. */
public interface Confirmations {

  /** The answer to an attempt; empty while there is none. */
  Optional<Confirmation> of(String attempt);

  /**
   * One answer.
   *
   * @param actor who gave it
   * @param evidence what the person gave as evidence, or the reason for declining; may be empty
   * @param accepted false when the person declined
   */
  record Confirmation(String actor, Instant at, String evidence, boolean accepted) {}
}
