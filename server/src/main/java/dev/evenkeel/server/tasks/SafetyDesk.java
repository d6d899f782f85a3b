package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.tasks.deadline.Workdays;
import dev.evenkeel.server.tasks.template.Step;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps an upgrade safe, and what of it is missing: for an upgrade that was under way before
 * anybody wrote it down here. What is missing is added late, as tasks.
 */
@Service
public class SafetyDesk {
  static final String TEMPLATE = "safety-measures";

  private final TemplateShelf shelf;
  private final TaskDesk desk;
  private final LaunchDesk launches;
  private final FactDesk facts;
  private final ObjectProvider<Undertakings> upgrades;
  private final Clock clock;

  SafetyDesk(
      TemplateShelf shelf,
      TaskDesk desk,
      LaunchDesk launches,
      FactDesk facts,
      ObjectProvider<Undertakings> upgrades,
      Clock clock) {
    this.shelf = shelf;
    this.desk = desk;
    this.launches = launches;
    this.facts = facts;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  /**
   * One measure.
   *
   * @param shown the fact that shows it, or the task that did it; empty while it is missing
   * @param task the open task that will bring it, if there is one
   */
  public record Measure(
      String key, String title, String needs, Optional<String> shown, Optional<Long> task) {
    public boolean missing() {
      return shown.isEmpty() && task.isEmpty();
    }
  }

  /** All of them, with what shows each. */
  public List<Measure> of(long upgrade) {
    Undertaking about = facts.upgrade(upgrade);
    List<Task> tasks = desk.of(upgrade);
    Set<Long> late =
        desk.launches(upgrade).stream()
            .filter(launch -> launch.template().equals(TEMPLATE))
            .map(Launch::id)
            .collect(Collectors.toSet());
    List<Measure> measures = new ArrayList<>();
    for (Step step : shelf.get(TEMPLATE).template().allSteps()) {
      List<Task> same =
          tasks.stream()
              .filter(task ->
                  late.contains(task.launch())
                      ? task.key().equals(step.key())
                      : step.proof() != ProofKind.NONE && task.proof() == step.proof())
              .toList();
      Optional<String> shown =
          facts.knows(about, step.proof())
              ? facts.of(about, step.proof()).map(Proof::says)
              : same.stream()
                  .filter(task -> task.state() == TaskState.DONE)
                  .flatMap(task -> task.end().stream())
                  .map(end -> "Done by %s.".formatted(end.by().name()))
                  .findFirst();
      measures.add(
          new Measure(
              step.key(),
              step.title(),
              step.proof().says(),
              shown,
              same.stream().filter(Task::isOpen).map(Task::id).findFirst()));
    }
    return measures;
  }

  /**
   * Adds measures as tasks of the upgrade.
   *
   * @param keys of those that are missing; all of them when it is empty
   * @return how many were added
   */
  @Transactional
  public int add(long upgrade, Set<String> keys, Actor actor) {
    Set<String> missing =
        of(upgrade).stream().filter(Measure::missing).map(Measure::key).collect(Collectors.toSet());
    Set<String> wanted = keys.isEmpty() ? missing : keys;
    wanted.stream()
        .filter(key -> !missing.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw new Refused(
              Kind.INVALID,
              "'%s' is not missing. Missing are: %s."
                  .formatted(key, String.join(", ", missing.stream().sorted().toList())));
        });
    if (!wanted.isEmpty()) {
      add(upgrade, TEMPLATE, wanted, actor);
    }
    return wanted.size();
  }

  /** Adds one step of a template as a task of the upgrade, unless it is there. */
  @Transactional
  public void add(long upgrade, String template, String key, Actor actor) {
    add(upgrade, template, Set.of(key), actor);
  }

  private void add(long upgrade, String template, Set<String> keys, Actor actor) {
    launches.extend(
        upgrade,
        new LaunchTerms(
            template,
            Optional.empty(),
            clock.instant(),
            upgrades.getObject().zone(upgrade).orElse(ZoneOffset.UTC),
            Workdays.ALL,
            Optional.empty(),
            Optional.empty()),
        keys,
        actor);
  }
}
