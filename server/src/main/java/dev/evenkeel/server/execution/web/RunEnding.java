package dev.evenkeel.server.execution.web;

import java.util.List;
import java.util.Optional;

/**
 * What came of a run that is over.
 *
 * @param outcome key of the sentence that says it
 * @param versions the targets by the version they were last seen to have, or by why that is not
 *     known, the commonest first
 * @param unconfirmed of every target that was not seen to be as it was before, what is known of it
 * @param took from the start to the end
 * @param detected how long what was wrong went unnoticed; empty when nothing was wrong
 * @param back how long the way back took; empty when the run did not go back
 */
public record RunEnding(
    String outcome,
    List<Versions> versions,
    List<String> unconfirmed,
    Optional<String> took,
    Optional<Detected> detected,
    Optional<Back> back) {
  public RunEnding {
    versions = List.copyOf(versions);
    unconfirmed = List.copyOf(unconfirmed);
  }

  /** The targets on one version. */
  public record Versions(String version, List<String> targets) {
    public Versions {
      targets = List.copyOf(targets);
    }
  }

  /**
   * @param within from the last change before it to the decision to go back
   * @param change what that last change was
   */
  public record Detected(String within, String change) {}

  /**
   * @param took from the decision to the last target confirmed
   * @param allowed what the runbook allows; empty when it sets no time
   * @param kept whether it was done in that time
   */
  public record Back(String took, Optional<String> allowed, boolean kept) {}
}
