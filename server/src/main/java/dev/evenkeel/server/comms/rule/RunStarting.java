package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.execution.ReadyRuns;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.StandingRights;
import dev.evenkeel.server.shared.StandingRights.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Has runs started by rules: as if whoever wrote the rule had scheduled the run for this moment. So
 * all that keeps a scheduled run from starting keeps it, too, and for an hour it is tried whether
 * that goes away.
 */
@Component
class RunStarting {
  private final ReadyRuns ready;
  private final RunControl control;
  private final StandingRights rights;
  private final Clock clock;

  RunStarting(ReadyRuns ready, RunControl control, StandingRights rights, Clock clock) {
    this.ready = ready;
    this.control = control;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * @param since when the rule was written as it is
   * @throws Refused when they may not start runs
   */
  void requireRight(Actor author, Instant since) {
    if (author.kind() == Actor.Kind.SYSTEM) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "A run is started in the name of a person or a token, and nobody is known to have written"
              + " this automation. Write it anew.");
    }
    Optional<String> missing =
        switch (rights.of(author, since)) {
          case Standing.Gone(var says) -> Optional.of(says);
          case Standing.Holds(var has) when !has.maySomewhere(Right.RUN) ->
              Optional.of("%s has the role %s only.".formatted(author.name(), has.words()));
          case Standing.Holds _ -> Optional.empty();
        };
    if (missing.isPresent()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "A run is started in the name of whoever wrote the automation, and %s may not: %s It takes %s. Somebody who has it writes the automation anew."
              .formatted(author.name(), missing.get(), Right.RUN.words()));
    }
  }

  /**
   * @return what was done, as a sentence
   * @throws Refused as {@link #meant}
   */
  String start(Rule rule, Optional<Upgrade> upgrade) {
    RunId run = meant(rule, upgrade);
    Instant now = clock.instant();
    control.appoint(
        run, StartTimes.of(now, Optional.empty(), now), Optional.empty(), rule.author());
    return "Run %s starts in the name of %s as soon as all gates are open, within the hour; its page says what keeps it."
        .formatted(run, rule.author().name());
  }

  /**
   * The run that a rule would start now.
   *
   * @throws Refused when there is not exactly one that is ready, or whoever wrote the rule may not
   */
  RunId meant(Rule rule, Optional<Upgrade> upgrade) {
    requireRight(rule.author(), rule.authoredAt());
    Upgrade of =
        upgrade.orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_NOW,
                "No run was started: it is about no upgrade. Say which upgrade the run carries"
                    + " out."));
    List<RunId> runs = ready.of(of.id());
    if (runs.size() != 1) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          runs.isEmpty()
              ? "No run was started: upgrade %s has none in production that is ready and has no time of its own. Make one, and start it by hand."
                  .formatted(of.id())
              : "No run was started: upgrade %s has %d that are ready, and nobody can tell which is meant. Abort the others, and start it by hand."
                  .formatted(of.id(), runs.size()));
    }
    return runs.getFirst();
  }
}
