package dev.evenkeel.server.plan;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.Editions;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.plan.store.FollowUpStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What follows from an upgrade that was carried out: the estate says what runs now and until when
 * it is looked after, the next upgrade stands on the schedule, and what was learned is found by
 * those who plan another.
 */
@Service
public class FollowUpDesk {
  private static final int LESSONS = 20;

  private final UpgradeBook book;
  private final FactBook facts;
  private final EstateBook estate;
  private final LifecycleDesk lifecycle;
  private final FollowUpStore store;
  private final JsonMapper json;
  private final Clock clock;

  FollowUpDesk(
      UpgradeBook book,
      FactBook facts,
      EstateBook estate,
      LifecycleDesk lifecycle,
      FollowUpStore store,
      JsonMapper json,
      Clock clock) {
    this.book = book;
    this.facts = facts;
    this.estate = estate;
    this.lifecycle = lifecycle;
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  /** What lies before it is over wherever people are. */
  public LocalDate today() {
    return book.firstDay();
  }

  /** What followed so far, the oldest first. */
  public List<FollowUp> of(UpgradeId id) {
    return store.of(id);
  }

  /** What was learned of earlier upgrades of the same systems, the newest first. */
  public List<Lesson> lessons(Upgrade upgrade) {
    return store.lessons(upgrade.terms().systems(), upgrade.id(), LESSONS);
  }

  /** Whether it was carried out, so that something follows. */
  public boolean isCarriedOut(Upgrade upgrade) {
    return switch (facts.lifecycle(upgrade).stage()) {
      case STABILISING, REVIEWED -> true;
      default -> false;
    };
  }

  /** Of each system that is in the estate what it says there, and what it should. */
  public List<Renewal> renewals(Upgrade upgrade) {
    return upgrade.terms().systems().stream()
        .flatMap(name -> document(name).stream())
        .map(document -> renewal(document, upgrade.terms().to()))
        .toList();
  }

  private Optional<Document> document(String system) {
    return estate.estate().find(new Document.Key(EntryKind.SYSTEM, system));
  }

  private Renewal renewal(Document document, String to) {
    EstateSystem system = (EstateSystem) document.entry();
    Document renewed =
        renewed(
            document,
            new Renewal.Support(
                Optional.of(to), Optional.empty(), Optional.empty(), system.warrantyEnd()));
    Optional<LocalDate> vendor =
        lifecycle
            .supportEnd((EstateSystem) renewed.entry())
            .filter(Standing.End::isDated)
            .map(Standing.End::day);
    return Renewal.of(system, Editions.of(document), to, vendor, today());
  }

  /**
   * What the entry of a system is to say.
   *
   * @param edition of the entry that was looked at
   */
  public record Renewed(String system, String edition, Renewal.Support support) {}

  /**
   * Writes what runs now into the estate: all of it or nothing.
   *
   * @return what was changed; empty when the estate says so already
   * @throws Refused when it was not carried out, or an entry was changed meanwhile
   */
  @Transactional
  public Optional<ChangeNote> renew(UpgradeId id, List<Renewed> wanted, Actor actor) {
    Upgrade upgrade = carriedOut(id);
    Optional<ChangeNote> note =
        estate.putEach(
            (now, put) -> {
              for (Renewed one : wanted) {
                Document there =
                    now.find(new Document.Key(EntryKind.SYSTEM, one.system()))
                        .filter(found -> Editions.of(found).equals(one.edition()))
                        .filter(found -> upgrade.terms().systems().contains(one.system()))
                        .orElseThrow(() -> stale(one.system()));
                put.accept(renewed(there, one.support()));
              }
            },
            "upgrade %s, afterwards".formatted(id),
            actor);
    note.ifPresent(change ->
        store.add(
            new FollowUp(
                id,
                FollowUp.Kind.ESTATE,
                "The estate says what runs now: %s.".formatted(words(wanted)),
                "/estate/changes/" + change.id(),
                actor,
                clock.instant())));
    return note;
  }

  private static String words(List<Renewed> wanted) {
    return wanted.stream()
        .map(one ->
            one.system()
                + one.support().version().map(version -> " " + version).orElse("")
                + one.support().support().map(day -> ", support until " + day).orElse("")
                + one.support().warranty().map(day -> ", warranty until " + day).orElse(""))
        .collect(Collectors.joining("; "));
  }

  /**
   * Puts the next upgrade of the same systems on the schedule.
   *
   * @param due the day by which it is to be done
   * @throws Refused when this one was not carried out
   */
  @Transactional
  public Upgrade next(UpgradeId id, String title, String to, LocalDate due, Actor actor) {
    Upgrade upgrade = carriedOut(id);
    Terms terms = upgrade.terms();
    Upgrade next =
        book.add(
            new Terms(
                title,
                "It follows from upgrade %s, %s.".formatted(id, terms.title()),
                terms.systems(),
                terms.to(),
                to,
                terms.upgradeClass(),
                terms.owner(),
                Optional.of(due),
                Optional.empty(),
                Optional.empty()),
            actor);
    store.add(
        new FollowUp(
            id,
            FollowUp.Kind.NEXT,
            "On the schedule next: %s, until %s.".formatted(title, due),
            "/upgrades/" + next.id(),
            actor,
            clock.instant()));
    return next;
  }

  private Upgrade carriedOut(UpgradeId id) {
    Upgrade upgrade = book.get(id);
    if (!isCarriedOut(upgrade)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Upgrade %s was not carried out, so nothing follows from it yet. Its run must end well first."
              .formatted(id));
    }
    return upgrade;
  }

  private Document renewed(Document document, Renewal.Support support) {
    Map<String, Object> fields = new TreeMap<>(document.fields());
    set(fields, "version", support.version());
    set(fields, "supportEnd", support.support());
    set(fields, "securityEnd", support.security());
    set(fields, "warrantyEnd", support.warranty());
    fields.put("apiVersion", "evenkeel/v1");
    fields.put("kind", document.kind().word());
    EstateReader.Reading reading =
        EstateReader.read(document.key().toString(), json.writeValueAsString(fields));
    if (!reading.isWell()) {
      throw new Refused(
          Refused.Kind.INVALID,
          reading.findings().stream()
              .map(Finding::message)
              .collect(Collectors.joining(" ", "", " Nothing was changed.")));
    }
    return reading.documents().getFirst();
  }

  private static void set(Map<String, Object> fields, String name, Optional<?> value) {
    value.ifPresentOrElse(there -> fields.put(name, there.toString()), () -> fields.remove(name));
  }

  private static Refused stale(String system) {
    return new Refused(
        Refused.Kind.STALE,
        "The entry of '%s' was changed meanwhile, or is not one of this upgrade. Load the page again and decide then; nothing was changed."
            .formatted(system));
  }
}
