package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import dev.evenkeel.server.tasks.store.TaskStore;
import dev.evenkeel.server.tasks.template.OwnerText;
import dev.evenkeel.server.tasks.template.Sheet;
import dev.evenkeel.server.tasks.template.Step;
import dev.evenkeel.server.tasks.template.StepGroup;
import dev.evenkeel.server.tasks.template.Template;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Launches templates into upgrades: every step becomes a task. */
@Service
public class LaunchDesk {
  private final TemplateShelf shelf;
  private final TaskStore store;
  private final TaskDesk desk;
  private final FactDesk facts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LaunchDesk(
      TemplateShelf shelf,
      TaskStore store,
      TaskDesk desk,
      FactDesk facts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.shelf = shelf;
    this.store = store;
    this.desk = desk;
    this.facts = facts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @return the number of the launch
   * @throws Refused when it was launched into the upgrade before
   */
  @Transactional
  public long launch(long upgrade, LaunchTerms terms, Actor actor) {
    Undertaking into = facts.upgrade(upgrade);
    KeptTemplate kept = shelf.get(terms.template(), terms.version());
    // What a template names may be there later; its tasks say meanwhile that nobody is in it.
    terms.owner().ifPresent(owner -> desk.requireThere(owner, kept.template().title()));
    if (store.isLaunched(upgrade, terms.template())) {
      throw twice(terms, into);
    }
    long launch = add(upgrade, into, kept, terms, actor);
    for (Task task : tasks(launch, upgrade, kept.template(), terms)) {
      long id = store.add(task);
      desk.launched(
          id, "%s, version %d".formatted(terms.template(), kept.version().version()), actor);
    }
    desk.settle(launch);
    events.publishEvent(
        new TemplateLaunched(
            upgrade,
            terms.template(),
            kept.template().automations().stream().map(TemplateLaunched.Named::of).toList(),
            actor));
    return launch;
  }

  /**
   * Something to do that stands in no template.
   *
   * @param due by when
   */
  public record Errand(String title, String detail, Owner owner, Instant due) {}

  /**
   * Adds a task to the process that was launched into the upgrade last.
   *
   * @param key of the task; it is made once
   * @throws Refused when none was launched
   */
  @Transactional
  public void add(long upgrade, String key, Errand errand, Actor actor) {
    Undertaking into = facts.upgrade(upgrade);
    Launch last =
        store.launches(upgrade).stream()
            .reduce((one, next) -> next)
            .orElseThrow(() ->
                new Refused(
                    Kind.NOT_NOW,
                    "No task was made: no process was launched into '%s'. Launch a template on its tab Tasks."
                        .formatted(into.title())));
    store.lock(last.id());
    List<Task> there = store.ofLaunch(last.id());
    if (there.stream().anyMatch(one -> one.key().equals(key))) {
      return;
    }
    long id =
        store.add(
            new Task(
                0,
                last.id(),
                upgrade,
                there.size(),
                key,
                "",
                new Task.Duty(errand.title(), errand.detail(), errand.owner()),
                new Task.Timing(Basis.LAUNCH, Offset.NONE, List.of(), Optional.of(errand.due())),
                Optional.empty(),
                ProofKind.NONE,
                List.of(),
                new Work(List.of(), Map.of(), List.of(), Optional.empty()),
                Optional.empty(),
                TaskState.OPEN,
                Optional.empty(),
                1));
    desk.launched(id, "an automation", actor);
    desk.settle(last.id());
  }

  private long add(
      long upgrade, Undertaking into, KeptTemplate kept, LaunchTerms terms, Actor actor) {
    try {
      return store.add(
          new Launch(
              0,
              upgrade,
              terms.template(),
              kept.version().version(),
              kept.template().title(),
              terms.at(),
              terms.zone(),
              terms.workdays(),
              into.goLive(),
              facts.windowStart(upgrade),
              actor,
              clock.instant(),
              1));
    } catch (DuplicateKeyException e) {
      throw twice(terms, into);
    }
  }

  /**
   * Adds steps of a template as tasks, launching it first where it was not.
   *
   * @param keys of the steps
   */
  @Transactional
  public void extend(long upgrade, LaunchTerms terms, Set<String> keys, Actor actor) {
    Undertaking into = facts.upgrade(upgrade);
    KeptTemplate kept = shelf.get(terms.template(), terms.version());
    // What a template names may be there later; its tasks say meanwhile that nobody is in it.
    terms.owner().ifPresent(owner -> desk.requireThere(owner, kept.template().title()));
    long launch =
        store.launches(upgrade).stream()
            .filter(one -> one.template().equals(terms.template()))
            .map(Launch::id)
            .findFirst()
            .orElseGet(() -> add(upgrade, into, kept, terms, actor));
    store.lock(launch);
    List<Task> there = store.ofLaunch(launch);
    int position = there.size();
    for (Task task : tasks(launch, upgrade, kept.template(), terms)) {
      boolean isThere = there.stream().anyMatch(one -> one.key().equals(task.key()));
      if (keys.contains(task.key()) && !isThere) {
        long id = store.add(TaskDesk.at(task, position++));
        desk.launched(id, "%s, added late".formatted(terms.template()), actor);
      }
    }
    desk.settle(launch);
  }

  /**
   * Counts the open steps of a launch from the launch that counted from the step before them, as if
   * that had been chosen when it was launched. Deadlines by hand stay.
   *
   * @param seen version of the launch that was looked at
   * @return how many there were
   * @throws Refused when something of the launch was changed meanwhile
   */
  @Transactional
  public int countFromLaunch(long upgrade, long launch, long seen, Actor actor) {
    facts.upgrade(upgrade);
    if (store.lock(launch).version() != seen) {
      throw new Refused(
          Kind.STALE,
          "Something of these tasks was changed meanwhile. Load the page again, look, and choose again.");
    }
    List<Task> steps =
        store.ofLaunch(launch).stream()
            .filter(task -> task.upgrade() == upgrade && task.isOpen())
            .filter(task -> task.timing().basis() == Basis.PREVIOUS_STEP)
            .toList();
    for (Task task : steps) {
      desk.edit(
          task.id(),
          new TaskEdit(
              task.duty().title(),
              task.duty().detail(),
              task.duty().owner(),
              Basis.LAUNCH,
              task.timing().offset(),
              task.timing().after(),
              task.timing().movedTo(),
              task.evidence()),
          desk.get(task.id()).version(),
          actor);
    }
    return steps.size();
  }

  private static Refused twice(LaunchTerms terms, Undertaking into) {
    return new Refused(
        Kind.NOT_NOW,
        "Template %s was launched into '%s' before; its tasks are there."
            .formatted(terms.template(), into.title()));
  }

  private static List<Task> tasks(long launch, long upgrade, Template template, LaunchTerms terms) {
    List<Task> tasks = new ArrayList<>();
    Owner owner =
        terms
            .owner()
            .or(() -> template.owner().map(OwnerText::owner))
            .orElse(new Owner(Owner.Kind.ROLE, "upgrade-lead"));
    for (Step step : template.steps()) {
      tasks.add(task(launch, upgrade, tasks.size(), "", step, terms.basis(), owner));
    }
    for (StepGroup group : template.modules()) {
      for (Step step : group.steps()) {
        tasks.add(task(launch, upgrade, tasks.size(), group.title(), step, terms.basis(), owner));
      }
    }
    for (Sheet sheet : template.sheets()) {
      tasks.add(worksheet(launch, upgrade, tasks.size(), template, sheet, owner));
    }
    return tasks;
  }

  private static Task task(
      long launch,
      long upgrade,
      int position,
      String module,
      Step step,
      Optional<Basis> basis,
      Owner owner) {
    return new Task(
        0,
        launch,
        upgrade,
        position,
        step.key(),
        module,
        new Task.Duty(
            step.title(), step.text().orElse(""), step.owner().map(OwnerText::owner).orElse(owner)),
        new Task.Timing(
            step.basis() == Basis.PREVIOUS_STEP ? basis.orElse(step.basis()) : step.basis(),
            step.timing(),
            step.after(),
            Optional.empty()),
        Optional.empty(),
        step.proof(),
        step.capabilities(),
        new Work(step.fields(), Map.of(), items(step.checklist()), step.raci()),
        Optional.empty(),
        TaskState.OPEN,
        Optional.empty(),
        1);
  }

  /** The parts of a worksheet are filled in one after the other; what it prints is ticked off. */
  private static Task worksheet(
      long launch, long upgrade, int position, Template template, Sheet sheet, Owner owner) {
    return new Task(
        0,
        launch,
        upgrade,
        position,
        "part-" + (position + 1),
        "",
        new Task.Duty(
            "%s: %s".formatted(template.title(), sheet.title()), sheet.text().orElse(""), owner),
        new Task.Timing(Basis.LAUNCH, new Offset(7, true), List.of(), Optional.empty()),
        Optional.empty(),
        ProofKind.NONE,
        List.of(),
        new Work(sheet.fields(), Map.of(), items(sheet.lines()), Optional.empty()),
        Optional.empty(),
        TaskState.OPEN,
        Optional.empty(),
        1);
  }

  private static List<CheckItem> items(List<String> lines) {
    return lines.stream()
        .map(line -> new CheckItem(line, Optional.empty(), Optional.empty()))
        .toList();
  }
}
