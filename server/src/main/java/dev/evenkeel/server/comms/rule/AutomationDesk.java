package dev.evenkeel.server.comms.rule;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.server.audit.AuditQuery;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where automations are made, switched on and off, and tried over the past. */
@Service
public class AutomationDesk {
  /** How far back a rule is tried. */
  public static final Duration PAST = Duration.ofDays(31);

  private static final int MOST = 500;
  private static final int MOST_ROWS = 1_000;

  private final AutomationStore store;
  private final AuditTrail trail;
  private final Readings readings;
  private final UpgradeBook book;
  private final Doing doing;
  private final RunStarting runs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AutomationDesk(
      AutomationStore store,
      AuditTrail trail,
      Readings readings,
      UpgradeBook book,
      Doing doing,
      RunStarting runs,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.trail = trail;
    this.readings = readings;
    this.book = book;
    this.doing = doing;
    this.runs = runs;
    this.events = events;
    this.clock = clock;
  }

  static String path(long id) {
    return "/automations/" + id;
  }

  public List<Rule> all() {
    return store.all();
  }

  /** Those of one upgrade, and those for all. */
  public List<Rule> of(UpgradeId upgrade) {
    return store.all().stream()
        .filter(one -> one.terms().upgrade().map(upgrade::equals).orElse(true))
        .toList();
  }

  public Rule get(long id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no automation %d.".formatted(id)));
  }

  public List<Firing> firings(long rule) {
    return store.ofRule(rule, 100);
  }

  /** Whose failures a person may try again: those that are there and start no run. */
  public Set<Long> repeatable() {
    return store.all().stream()
        .filter(rule -> rule.terms().action() != RuleTerms.Kind.START_RUN)
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  public List<Firing> firings(UpgradeId upgrade) {
    return store.ofUpgrade(upgrade, 100);
  }

  /** Of all rules, the newest first. */
  public List<Firing> firings() {
    return store.newest(50);
  }

  /** A new one is off until somebody switches it on, so that it can be tried first. */
  @Transactional
  public Rule add(RuleTerms terms, Actor actor) {
    terms.upgrade().ifPresent(book::get);
    requireRight(terms, actor);
    if (store.all().size() >= MOST) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "There are %d automations already. Remove some first.".formatted(MOST));
    }
    long id =
        store.add(terms, false, head(), Optional.empty(), actor, clock.instant()).orElseThrow();
    tell(actor, "automation made", id, terms);
    return get(id);
  }

  /** An automation of a template, in force from now on; nothing when the upgrade has it already. */
  @Transactional
  public void begin(RuleTerms terms, String template, Actor actor) {
    store
        .add(terms, true, head(), Optional.of(template), actor, clock.instant())
        .ifPresent(id -> tell(actor, "automation made", id, terms));
  }

  @Transactional
  public Rule edit(long id, RuleTerms terms, long seen, Actor actor) {
    get(id);
    terms.upgrade().ifPresent(book::get);
    requireRight(terms, actor);
    keep(store.edit(id, terms, seen, actor, clock.instant()));
    tell(actor, "automation changed", id, terms);
    return get(id);
  }

  /** Nobody has a run started by a rule who may not start it by hand. */
  private void requireRight(RuleTerms terms, Actor actor) {
    if (terms.action() == RuleTerms.Kind.START_RUN) {
      runs.requireRight(actor, clock.instant());
    }
  }

  /** What happened before it is switched on does not count. */
  @Transactional
  public Rule turn(long id, boolean on, long seen, Actor actor) {
    Rule rule = get(id);
    keep(store.turn(id, on, on ? head() : rule.since(), seen, actor, clock.instant()));
    tell(actor, on ? "automation switched on" : "automation switched off", id, rule.terms());
    return get(id);
  }

  /** What it did stays on record. */
  @Transactional
  public void remove(long id, long seen, Actor actor) {
    Rule rule = get(id);
    keep(store.remove(id, seen));
    tell(actor, "automation removed", id, rule.terms());
  }

  /**
   * What a rule would have done over the last month, the newest first. Nothing is told.
   *
   * @param says what it would say about the newest, as things stand now
   * @param whole false when there were more rows than are looked at
   */
  public record Trial(List<Firing> firings, List<Doing.Saying> says, Instant from, boolean whole) {
    public Trial {
      firings = List.copyOf(firings);
      says = List.copyOf(says);
    }
  }

  public Trial trial(long id) {
    Rule rule = get(id);
    Instant from = clock.instant().minus(PAST);
    List<RunReport> runs = readings.runs(from);
    List<List<Entry>> found =
        rule.terms().event().deeds().stream()
            .map(deed ->
                trail.find(
                    new AuditQuery(
                        "", "", deed, Optional.of(from), Optional.empty(), Long.MAX_VALUE),
                    MOST_ROWS))
            .toList();
    List<Event> past =
        found.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(Entry::seq))
            .map(row -> readings.read(row, runs))
            .toList();
    List<Firing> firings =
        Matching.over(rule, past).reversed().stream().map(one -> asked(rule, one)).toList();
    if (rule.terms().action().isMessage()) {
      return told(rule, firings, past, runs, from, isWhole(found));
    }
    return new Trial(firings, List.of(), from, isWhole(found));
  }

  private static boolean isWhole(List<List<Entry>> found) {
    return found.stream().allMatch(rows -> rows.size() < MOST_ROWS);
  }

  /** Says of what would be told to whom it would be, and of the newest what it would say. */
  private Trial told(
      Rule rule,
      List<Firing> firings,
      List<Event> past,
      List<RunReport> runs,
      Instant from,
      boolean whole) {
    Map<Optional<UpgradeId>, Doing.Would> known = new HashMap<>();
    List<Firing> named = new ArrayList<>();
    List<Doing.Saying> says = List.of();
    for (Firing one : firings) {
      if (one.outcome() != Firing.Outcome.DONE) {
        named.add(one);
        continue;
      }
      Doing.Would would =
          known.computeIfAbsent(
              one.upgrade(),
              _ -> {
                Event event =
                    past.stream().filter(it -> it.seq() == one.seq()).findFirst().orElseThrow();
                return doing.would(rule.terms(), event, Readings.run(event.subject(), runs));
              });
      if (says.isEmpty()) {
        says = would.says();
      }
      named.add(
          would.to().isEmpty()
              ? one.with(
                  Firing.Outcome.FAILED, "As things stand now nobody could be told.", List.of())
              : one.with(
                  one.outcome(),
                  "%s To %s.%s"
                      .formatted(
                          one.says(),
                          String.join(", ", would.to()),
                          would.missed().isEmpty()
                              ? ""
                              : " No address is known of %s."
                                  .formatted(String.join(", ", would.missed()))),
                  List.of()));
    }
    return new Trial(named, says, from, whole);
  }

  /** What would be done is asked for what keeps it from being done, as things stand now. */
  private Firing asked(Rule rule, Firing one) {
    if (rule.terms().action() != RuleTerms.Kind.START_RUN || one.outcome() != Firing.Outcome.DONE) {
      return one;
    }
    try {
      runs.meant(rule, one.upgrade().map(book::get));
      return one;
    } catch (Refused no) {
      return one.with(Firing.Outcome.FAILED, "As things stand now: " + no.getMessage(), List.of());
    }
  }

  private long head() {
    return trail.head().map(Anchor::seq).orElse(0L);
  }

  private void tell(Actor actor, String what, long id, RuleTerms terms) {
    events.publishEvent(
        Auditable.by(actor, what, path(id))
            .with("name", terms.name())
            .with("when", terms.event().word())
            .with("does", terms.action().word())
            .with("to", terms.to())
            .with("upgrade", terms.upgrade())
            .with("system", terms.system()));
  }

  private static void keep(boolean kept) {
    if (!kept) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else changed this automation meanwhile. Load it again and do it then.");
    }
  }
}
