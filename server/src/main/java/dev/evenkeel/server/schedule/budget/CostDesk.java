package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.budget.CostDecision.Verdict;
import dev.evenkeel.server.schedule.budget.money.Booking;
import dev.evenkeel.server.schedule.budget.money.CostWriters;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.budget.money.SignedCosts;
import dev.evenkeel.server.schedule.budget.store.CostDecisionStore;
import dev.evenkeel.server.schedule.budget.store.WrittenTerms;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts;
import dev.evenkeel.server.schedule.timetable.terms.Proposal;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan.Way;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** What upgrades cost, and who approved that. */
@Service
public class CostDesk implements UnapprovedCosts {
  private static final String USUAL_CURRENCY = "EUR";

  private final TermsDesk terms;
  private final EstateBook estate;
  private final CostDecisionStore store;
  private final WrittenTerms written;
  private final PeopleBehind behind;
  private final Clock clock;

  CostDesk(
      TermsDesk terms,
      EstateBook estate,
      CostDecisionStore store,
      WrittenTerms written,
      PeopleBehind behind,
      Clock clock) {
    this.terms = terms;
    this.estate = estate;
    this.store = store;
    this.written = written;
    this.behind = behind;
    this.clock = clock;
  }

  public CostStanding get(UpgradeId id) {
    return standing(terms.get(id), estate.estate(), store.last(id));
  }

  /** Of all upgrades. */
  public List<CostStanding> all() {
    return all(terms.all(), Map.of());
  }

  /**
   * Of these.
   *
   * @param days on which some of them start; of the others it is their day of go-live
   */
  public List<CostStanding> all(List<Planned> planned, Map<UpgradeId, LocalDate> days) {
    Estate now = estate.estate();
    Map<UpgradeId, CostDecision> last = store.last();
    return planned.stream()
        .map(one -> {
          UpgradeId id = one.upgrade().id();
          Optional<LocalDate> day =
              Optional.ofNullable(days.get(id)).or(() -> one.upgrade().terms().goLive());
          return standing(one, now, day, Optional.ofNullable(last.get(id)));
        })
        .toList();
  }

  /**
   * Costs that a sponsor may approve and nobody has.
   *
   * @param writers who wrote them; looked up when somebody asks
   */
  record Open(CostStanding standing, Supplier<Set<Actor>> writers) {}

  /** Of all upgrades, those that are next first. */
  List<Open> open() {
    List<Planned> planned = terms.all();
    Estate now = estate.estate();
    Map<UpgradeId, CostDecision> last = store.last();
    return planned.stream()
        .map(one ->
            Map.entry(one, standing(one, now, Optional.ofNullable(last.get(one.upgrade().id())))))
        .filter(one -> one.getValue().state().isUnapproved())
        .filter(
            one -> one.getValue().costs().budget().flatMap(name -> budget(now, name)).isPresent())
        .map(one ->
            new Open(
                one.getValue(),
                SingletonSupplier.of(() -> writers(one.getKey(), one.getValue().costs()))))
        .toList();
  }

  /** The last decision on the costs of each upgrade of which there is any. */
  Map<UpgradeId, CostDecision> decided() {
    return store.last();
  }

  /** The newest first. */
  public List<CostDecision> history(UpgradeId id) {
    return store.all(id);
  }

  /** Who wrote the costs there are; none of them may approve them. */
  public Set<Actor> writers(UpgradeId id) {
    Planned planned = terms.get(id);
    return writers(planned, standing(planned, estate.estate(), Optional.empty()).costs());
  }

  /** Whether one is the other, or his token. */
  private boolean isOf(Actor writer, Actor person) {
    return behind.of(writer).contains(person.name());
  }

  /** Whether a person is among them, himself or with a token. */
  public boolean wrote(Set<Actor> writers, Actor person) {
    return writers.stream().anyMatch(writer -> isOf(writer, person));
  }

  private Set<Actor> writers(Planned planned, SignedCosts now) {
    Estate estateNow = estate.estate();
    Iterator<WrittenTerms.Saved> back = written.back(planned.upgrade().id());
    return CostWriters.of(
        now,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return back.hasNext();
          }

          @Override
          public CostWriters.Version next() {
            WrittenTerms.Saved saved = back.next();
            ScheduleTerms said = TermsReader.read(saved.body()).terms().orElse(ScheduleTerms.NONE);
            return new CostWriters.Version(
                saved.by(), costs(Proposal.of(said, planned.facts()), planned.facts(), estateNow));
          }
        });
  }

  private static CostStanding standing(
      Planned planned, Estate estate, Optional<CostDecision> last) {
    return standing(planned, estate, planned.upgrade().terms().goLive(), last);
  }

  private static CostStanding standing(
      Planned planned, Estate estate, Optional<LocalDate> day, Optional<CostDecision> last) {
    Optional<Way> way = chosen(planned.plan(), planned.facts());
    return new CostStanding(
        planned.upgrade(),
        way.map(Way::word).orElse(""),
        way.map(Way::strategy).equals(planned.facts().decided()),
        costs(planned.plan(), planned.facts(), estate),
        way.map(one -> Booking.of(planned.plan(), one, day)).orElse(List.of()),
        planned.plan().phases(),
        last);
  }

  private static SignedCosts costs(UpgradePlan plan, PlanFacts facts, Estate estate) {
    return new SignedCosts(
        plan.budget(),
        plan.budget()
            .flatMap(name -> budget(estate, name))
            .map(Budget::currency)
            .orElse(USUAL_CURRENCY),
        chosen(plan, facts).map(Way::costs).orElse(List.of()),
        plan.phases());
  }

  /** The way that was decided on; while none was, the dearest, so that nobody is surprised. */
  private static Optional<Way> chosen(UpgradePlan plan, PlanFacts facts) {
    Optional<Strategy> decided = facts.decided();
    Comparator<Way> cost = Comparator.comparingLong(Way::cost);
    return plan.ways().stream()
        .filter(way -> decided.equals(Optional.of(way.strategy())))
        .max(cost)
        .or(() -> plan.ways().stream().max(cost));
  }

  /** The periods out of which costs are paid; none while there is no such budget. */
  public Periods periods(SignedCosts costs) {
    return costs
        .budget()
        .flatMap(name -> budget(estate.estate(), name))
        .map(Periods::of)
        .orElseGet(() -> new Periods(List.of()));
  }

  private static Optional<Budget> budget(Estate estate, String name) {
    return Optional.ofNullable(estate.all(EntryKind.BUDGET).get(name))
        .map(document -> (Budget) document.entry());
  }

  /**
   * Approves exactly the costs that were seen.
   *
   * @param seen the edition of {@link CostStanding} that was looked at
   * @throws Refused when they are others by now, somebody else decided meanwhile, or who approves
   *     them wrote them or is no person
   */
  public CostStanding approve(UpgradeId id, String seen, Optional<String> note, Actor actor) {
    Planned planned = terms.get(id);
    CostStanding standing = standing(planned, estate.estate(), store.last(id));
    SignedCosts costs = standing.costs();
    checkPerson(actor, "Costs are approved");
    if (costs.isNothing()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Upgrade %s costs nothing, so there is nothing to approve. Write its costs into its schedule first."
              .formatted(id));
    }
    checkSeen(standing, seen);
    if (standing.state() == CostState.APPROVED) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "%s approved these costs already.".formatted(standing.last().orElseThrow().by().name()));
    }
    String budget =
        costs
            .budget()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "Nobody has said out of which budget upgrade %s is paid. Write `budget` into its schedule first."
                        .formatted(id)));
    if (budget(estate.estate(), budget).isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Upgrade %s is paid from '%s', and there is no such budget in the estate. Add it, or mend its name."
              .formatted(id, budget));
    }
    writers(planned, costs).stream()
        .filter(writer -> isOf(writer, actor))
        .findFirst()
        .ifPresent(writer -> {
          throw new Refused(
              Refused.Kind.FORBIDDEN,
              "You wrote these costs, at least in part%s. Ask another sponsor to approve them."
                  .formatted(
                      writer.kind() == Actor.Kind.TOKEN
                          ? ", with your token '%s'".formatted(writer.name())
                          : ""));
        });
    decide(standing, Verdict.APPROVED, costs, note, actor);
    return get(id);
  }

  /** Takes an approval back. */
  public CostStanding withdraw(UpgradeId id, String seen, Optional<String> note, Actor actor) {
    CostStanding standing = get(id);
    checkPerson(actor, "An approval is taken back");
    checkSeen(standing, seen);
    CostDecision approval =
        standing
            .last()
            .filter(one -> one.verdict() == Verdict.APPROVED)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "The costs of upgrade %s are not approved, so there is nothing to take back."
                        .formatted(id)));
    decide(standing, Verdict.WITHDRAWN, approval.costs(), note, actor);
    return get(id);
  }

  private void decide(
      CostStanding standing,
      Verdict verdict,
      SignedCosts costs,
      Optional<String> note,
      Actor actor) {
    if (!store.add(
        new CostDecision(
            standing.upgrade().id(),
            standing.decisions() + 1,
            verdict,
            costs.digest(),
            costs,
            note,
            actor,
            clock.instant()))) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else decided on these costs at the same time. Load them again.");
    }
  }

  private static void checkPerson(Actor actor, String what) {
    if (actor.kind() != Actor.Kind.PERSON) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "%s by a person who signs in, and not by a program with a token.".formatted(what));
    }
  }

  private static void checkSeen(CostStanding standing, String seen) {
    if (!standing.edition().equals(seen)) {
      throw new Refused(
          Refused.Kind.STALE,
          "The costs of upgrade %s, or what was decided on them, are others than those you looked at. Load them again and decide on those."
              .formatted(standing.upgrade().id()));
    }
  }

  @Override
  public List<Unapproved> of(Collection<UpgradeId> upgrades) {
    Set<UpgradeId> wanted = new HashSet<>(upgrades);
    return all().stream()
        .filter(one -> wanted.contains(one.upgrade().id()) && one.state().isUnapproved())
        .map(one -> {
          Upgrade upgrade = one.upgrade();
          return new Unapproved(
              upgrade.id(),
              upgrade.terms().title(),
              one.costs().total(),
              one.costs().currency(),
              one.says());
        })
        .collect(Collectors.toList());
  }
}
