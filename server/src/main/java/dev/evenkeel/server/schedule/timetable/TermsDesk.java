package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Papers;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.AuditSheet;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.RehearsedTimes;
import dev.evenkeel.server.schedule.RehearsedTimes.Rehearsed;
import dev.evenkeel.server.schedule.timetable.store.TermsStore;
import dev.evenkeel.server.schedule.timetable.store.TermsStore.Written;
import dev.evenkeel.server.schedule.timetable.terms.KnownNames;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts.Scored;
import dev.evenkeel.server.schedule.timetable.terms.Proposal;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.TeamSkills;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import dev.evenkeel.server.schedule.timetable.terms.TermsRules;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.schedule.timetable.terms.Wrong;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What is planned of each upgrade: what people wrote, and what follows from it. */
@Service
public class TermsDesk {
  private static final int LONGEST = 100_000;

  private final TermsStore store;
  private final UpgradeBook upgrades;
  private final EstateBook estate;
  private final LifecycleDesk lifecycle;
  private final RiskDesk risk;
  private final RehearsedTimes rehearsals;
  private final Clock clock;
  private final LastRead lastRead = new LastRead();

  TermsDesk(
      TermsStore store,
      UpgradeBook upgrades,
      EstateBook estate,
      LifecycleDesk lifecycle,
      RiskDesk risk,
      RehearsedTimes rehearsals,
      Clock clock) {
    this.store = store;
    this.upgrades = upgrades;
    this.estate = estate;
    this.lifecycle = lifecycle;
    this.risk = risk;
    this.rehearsals = rehearsals;
    this.clock = clock;
  }

  /**
   * A plan with where it comes from.
   *
   * @param text as it was written; empty while nobody wrote any
   * @param version 0 while nobody wrote any
   * @param proposedOrder what should come before it and does not yet
   */
  public record Planned(
      Upgrade upgrade,
      PlanFacts facts,
      ScheduleTerms said,
      UpgradePlan plan,
      String text,
      long version,
      Optional<Written> written,
      List<TierOrder.Before> proposedOrder) {}

  public Planned get(UpgradeId id) {
    Snapshot snapshot = estate.snapshot();
    TierOrder order = new TierOrder(snapshot.map(), upgrades.open());
    return planned(upgrades.get(id), store.newest(id), order, sources(snapshot, risk.papers()));
  }

  /** What would be planned if this were said. */
  public Planned tried(UpgradeId id, ScheduleTerms said) {
    Snapshot snapshot = estate.snapshot();
    TierOrder order = new TierOrder(snapshot.map(), upgrades.open());
    return planned(
        upgrades.get(id), store.newest(id), said, order, sources(snapshot, risk.papers()));
  }

  /** What of it cannot be so. */
  public List<Wrong> wrong(Planned planned) {
    return TermsRules.wrong(planned.said(), planned.facts(), names(planned.said()));
  }

  /** Of all upgrades that are not over. */
  public List<Planned> all() {
    Snapshot snapshot = estate.snapshot();
    List<Upgrade> open = upgrades.open();
    TierOrder order = new TierOrder(snapshot.map(), open);
    Map<UpgradeId, Written> written = store.newest();
    Sources from = sources(snapshot, risk.papersOfAll());
    return open.stream()
        .map(one -> planned(one, Optional.ofNullable(written.get(one.id())), order, from))
        .toList();
  }

  public List<Written> history(UpgradeId id) {
    return store.all(id);
  }

  /**
   * @param text YAML or JSON
   * @param seen the version the edit began with; 0 when there was none
   * @throws Refused when the text cannot be read, or what it says cannot be so
   */
  public void keep(UpgradeId id, String text, long seen, Actor actor) {
    if (text.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The plan is longer than %,d characters. Nothing was changed.".formatted(LONGEST));
    }
    PlanFacts facts = facts(upgrades.get(id), sources(estate.snapshot(), risk.papers()));
    TermsReader.Reading reading = TermsReader.read(text);
    ScheduleTerms said = reading.terms().orElseThrow(() -> refused(reading.wrong()));
    List<Wrong> wrong = TermsRules.wrong(said, facts, names(said));
    if (!wrong.isEmpty()) {
      throw refused(wrong.stream().map(Wrong::toString).toList());
    }
    if (seen < 0 || !store.add(id, text, seen, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE,
          "This was changed by somebody else meanwhile. Load it again and edit that.");
    }
  }

  /** Writes what is proposed of the order below what people wrote. */
  public void acceptOrder(UpgradeId id, UpgradeId before, long seen, Actor actor) {
    Planned planned = get(id);
    TierOrder.Before proposed =
        planned.proposedOrder().stream()
            .filter(one -> one.before().equals(before))
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "It is not proposed that upgrade %s comes before %s, or it does already."
                        .formatted(before, id)));
    keep(id, AfterText.with(planned, proposed), seen, actor);
  }

  /** What a plan may name. */
  public KnownNames names(ScheduleTerms said) {
    Estate now = estate.estate();
    Map<Long, String> titles = new HashMap<>();
    upgrades.open().forEach(one -> titles.put(one.id().value(), one.terms().title()));
    upgrades
        .titles(said.after().stream().map(After::upgrade).map(UpgradeId::new).toList())
        .forEach((id, title) -> titles.put(id.value(), title));
    return new KnownNames(
        now.all(EntryKind.BUDGET).keySet(),
        now.all(EntryKind.TEAM).keySet(),
        TeamSkills.of(now),
        Stream.of(EntryKind.TEAM, EntryKind.USER_GROUP, EntryKind.PERSON)
            .flatMap(kind -> now.all(kind).keySet().stream())
            .collect(Collectors.toSet()),
        titles);
  }

  private static Refused refused(List<String> wrong) {
    return new Refused(Refused.Kind.INVALID, String.join("\n", wrong) + "\nNothing was changed.")
        .with("errors", wrong);
  }

  private Planned planned(
      Upgrade upgrade, Optional<Written> written, TierOrder order, Sources from) {
    return planned(
        upgrade, written, written.map(lastRead::of).orElse(ScheduleTerms.NONE), order, from);
  }

  private Planned planned(
      Upgrade upgrade,
      Optional<Written> written,
      ScheduleTerms said,
      TierOrder order,
      Sources from) {
    PlanFacts facts = facts(upgrade, from);
    String text = written.map(Written::body).orElse("");
    return new Planned(
        upgrade,
        facts,
        said,
        Proposal.of(said, facts),
        text,
        written.map(Written::version).orElse(0L),
        written,
        order.before(upgrade).stream()
            .filter(before ->
                said.after().stream()
                    .noneMatch(after -> after.upgrade() == before.before().value()))
            .toList());
  }

  /** What upgrades are looked at with, at one moment. */
  private record Sources(
      Snapshot snapshot,
      Papers papers,
      List<Rehearsed> rehearsed,
      Function<EstateSystem, Optional<Standing.End>> supportEnds) {

    Optional<Ending> ending(EstateSystem system) {
      return supportEnds
          .apply(system)
          .filter(Standing.End::isDated)
          .map(end -> new Ending(system.shownAs(), end.day()));
    }
  }

  private Sources sources(Snapshot snapshot, Papers papers) {
    return new Sources(snapshot, papers, rehearsals.newest(), lifecycle.supportEnds());
  }

  private PlanFacts facts(Upgrade upgrade, Sources from) {
    Snapshot snapshot = from.snapshot();
    Papers papers = from.papers();
    List<EstateSystem> systems =
        upgrade.terms().systems().stream()
            .flatMap(name -> snapshot.estate().system(name).stream())
            .toList();
    Optional<Ending> ending =
        systems.stream()
            .flatMap(system -> from.ending(system).stream())
            .min(java.util.Comparator.comparing(Ending::day));
    AuditSheet audit = papers.sheet(upgrade.id(), SheetKind.AUDIT);
    Optional<Strategy> decided = papers.sheet(upgrade.id(), SheetKind.STRATEGY).decided();
    return new PlanFacts(
        upgrade,
        upgrade.terms().systems().stream()
            .flatMap(name -> snapshot.map().find(new Document.Key(EntryKind.SYSTEM, name)).stream())
            .map(node -> snapshot.map().rating(node).criticality())
            .min(java.util.Comparator.naturalOrder())
            .orElse(dev.evenkeel.estate.Criticality.GREEN),
        risk.auditLength(upgrade, snapshot, papers).days(),
        audit.doneOn().or(audit::last),
        ending.map(Ending::day),
        ending.map(Ending::system),
        systems.stream().flatMap(system -> system.team().stream()).distinct().toList(),
        systems.stream()
            .filter(system -> system.team().isEmpty())
            .map(EstateSystem::shownAs)
            .toList(),
        risk.advice(upgrade, snapshot, papers).rows().stream()
            .map(row -> new Scored(row.strategy(), row.scores().getFirst().score(), row.ruledOut()))
            .toList(),
        decided,
        risk.cost(upgrade, papers)
            .map(cost -> cost.perHour().setScale(0, RoundingMode.HALF_UP).longValueExact()),
        RehearsedTimes.of(from.rehearsed(), upgrade.terms().systems(), upgrade.terms().to()),
        LocalDate.now(clock));
  }

  /** When a system is out of support. */
  private record Ending(String system, LocalDate day) {}
}
