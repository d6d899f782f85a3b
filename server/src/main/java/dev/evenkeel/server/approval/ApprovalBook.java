package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.approval.store.StandingStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Where approvals stand, and who has which duty. */
@Service
public class ApprovalBook {
  private final ApprovalStore store;
  private final StandingStore standings;
  private final DutyStore duties;
  private final UpgradeBook upgrades;
  private final Processes processes;
  private final PeopleBehind behind;
  private final RunsUnderWay runs;
  private final ObjectProvider<Substance> substances;
  private final Clock clock;

  ApprovalBook(
      ApprovalStore store,
      StandingStore standings,
      DutyStore duties,
      UpgradeBook upgrades,
      Processes processes,
      PeopleBehind behind,
      RunsUnderWay runs,
      ObjectProvider<Substance> substances,
      Clock clock) {
    this.store = store;
    this.standings = standings;
    this.duties = duties;
    this.upgrades = upgrades;
    this.processes = processes;
    this.behind = behind;
    this.runs = runs;
    this.substances = substances;
    this.clock = clock;
  }

  /** What there is to agree to now, without a window. */
  public Content content(Upgrade upgrade) {
    Map<String, String> fields = new HashMap<>();
    substances.orderedStream().forEach(one -> fields.putAll(one.of(upgrade)));
    return Content.of(fields);
  }

  /**
   * @param now what there is to agree to, without a window
   */
  public Standing standing(Request request, Content now) {
    return Standing.of(
        request, store.steps(request.id()), withProcess(request, now), clock.instant());
  }

  /** What would be signed now if the same were asked for. */
  Content asSigned(Request request, Content now) {
    return withProcess(request, now)
        .with(Field.WINDOW_FROM, request.from().toString())
        .with(Field.WINDOW_UNTIL, request.until().toString());
  }

  /** Of what a standing approval let through the version of its template is signed, too. */
  private Content withProcess(Request request, Content now) {
    return request
        .content()
        .get(Field.PROCESS)
        .map(ProcessEdition::templateOf)
        .flatMap(template ->
            processes.of(request.upgrade()).stream()
                .filter(one -> one.template().equals(template))
                .findFirst())
        .map(one -> now.with(Field.PROCESS, one.signed()))
        .orElse(now);
  }

  public Standing get(long id) {
    Request request =
        store
            .find(id)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "There is no request for approval %d.".formatted(id)));
    return standing(request, content(upgrades.get(request.upgrade())));
  }

  /** The newest; it is the one that counts. */
  public Optional<Standing> current(Upgrade upgrade) {
    return current(upgrade, content(upgrade));
  }

  Optional<Standing> current(Upgrade upgrade, Content now) {
    return store.of(upgrade.id()).stream().findFirst().map(request -> standing(request, now));
  }

  /** All there were, the newest first. */
  public List<Standing> history(Upgrade upgrade) {
    Content now = content(upgrade);
    return store.of(upgrade.id()).stream().map(request -> standing(request, now)).toList();
  }

  /** One of an upgrade with its upgrade. */
  public record Case(Upgrade upgrade, Standing standing) {}

  /** The newest of every upgrade that is not over, what waits first. */
  public List<Case> all(int limit) {
    return store.newest(limit).stream()
        .map(request -> {
          Upgrade upgrade = upgrades.get(request.upgrade());
          return new Case(upgrade, standing(request, content(upgrade)));
        })
        .sorted(
            Comparator.comparing((Case one) -> one.standing().state())
                .thenComparing(one -> one.standing().request().from()))
        .toList();
  }

  /** Those that wait for agreement. */
  public List<Case> waiting() {
    return store.undecided(clock.instant()).stream()
        .map(request -> {
          Upgrade upgrade = upgrades.get(request.upgrade());
          return new Case(upgrade, standing(request, content(upgrade)));
        })
        .filter(one -> one.standing().state() == Standing.State.WAITING)
        .toList();
  }

  /** Who has which duty, by what counts now and by what was done. */
  public Duty.Held held(UpgradeId upgrade, Optional<Standing> current) {
    Map<Duty, Set<String>> people = new EnumMap<>(Duty.class);
    people.putAll(duties.of(upgrade));
    people.putAll(ofRuns(upgrade));
    current
        .filter(this::binds)
        .ifPresent(one -> {
          people
              .computeIfAbsent(Duty.REQUESTER, _ -> new HashSet<>())
              .addAll(one.request().people());
          people.computeIfAbsent(Duty.APPROVER, _ -> new HashSet<>()).addAll(approvers(one));
        });
    return new Duty.Held(people);
  }

  /**
   * On whose word runs began that are not over: they have their duties until then, whatever becomes
   * of the request, and whatever is asked for next.
   */
  private Map<Duty, Set<String>> ofRuns(UpgradeId upgrade) {
    Map<Duty, Set<String>> people = new EnumMap<>(Duty.class);
    duties
        .agreed(upgrade)
        .forEach((run, agreed) -> {
          if (runs.isUnderWay(run)) {
            agreed.forEach(
                (duty, names) -> people.computeIfAbsent(duty, _ -> new HashSet<>()).addAll(names));
          }
        });
    return people;
  }

  /**
   * Whether who asked for it and who agreed to it have their duties still: it counts, or its window
   * ended while a run was under way and that is not over.
   */
  boolean binds(Standing standing) {
    return standing.isCurrent()
        || (standing.state() == Standing.State.EXPIRED
            && !atWork(standing.request().upgrade()).isEmpty());
  }

  /**
   * What keeps somebody from asking for agreement. Of those who carry it out only they are named
   * whose run is not over: who saw it fail may ask for another try.
   */
  Optional<String> againstAsking(UpgradeId upgrade, Set<String> people, boolean waived) {
    Map<Duty, Set<String>> held = new EnumMap<>(Duty.class);
    held.putAll(duties.of(upgrade));
    held.putAll(ofRuns(upgrade));
    held.put(Duty.OPERATOR, atWork(upgrade));
    return new Duty.Held(held).against(Duty.REQUESTER, people, waived);
  }

  /** Who carries out a run of it that is not over. */
  public Set<String> atWork(UpgradeId upgrade) {
    Set<String> people = new HashSet<>();
    duties
        .operators(upgrade)
        .forEach((run, operators) -> {
          if (runs.isUnderWay(run)) {
            people.addAll(operators);
          }
        });
    return people;
  }

  /** Of a standard change it is who gave the standing approval. */
  public Set<String> approvers(Standing standing) {
    Set<String> people = new HashSet<>(standing.approvers());
    standing
        .request()
        .standing()
        .flatMap(standings::find)
        .ifPresent(one -> people.addAll(behind.of(one.by())));
    return people;
  }

  /** What was agreed to but for the runbook, with the one that a run carries out. */
  Content content(Upgrade upgrade, GoAhead.Question run) {
    return content(upgrade)
        .with(Field.RUNBOOK, run.runbook())
        .with(Field.RUNBOOK_DIGEST, run.digest())
        .with(Field.RUNBOOK_INPUTS, inputs(run.inputs()));
  }

  /** Inputs as they are signed: a line each, by name. */
  public static String inputs(Map<String, String> inputs) {
    return String.join(
        "\n",
        new java.util.TreeMap<>(inputs)
            .entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  /** The person behind an actor. */
  public String person(Actor actor, String what) {
    return behind.of(actor).stream()
        .sorted()
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.FORBIDDEN,
                "%s by a person, and nobody stands behind '%s'. Sign in, or use a token that a person issued."
                    .formatted(what, actor.name())));
  }

  public Set<String> behind(Actor actor) {
    return behind.of(actor);
  }
}
