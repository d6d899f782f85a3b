package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Mention;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.Editions;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.HeldEntries;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entry of the estate: what is known of it, what it needs, what needs it, who is hit. */
@Controller
@RequestMapping("/estate/{kind}/{name}")
@Needs(Right.VIEW)
class EntryPage {
  private static final int MENTIONS = 200;
  private static final int NEEDED_BY = 100;

  private final EstateBook book;
  private final LifecycleDesk lifecycle;
  private final AdvisoryWatch advisories;
  private final HeldEntries still;
  private final Clock clock;

  EntryPage(
      EstateBook book,
      LifecycleDesk lifecycle,
      AdvisoryWatch advisories,
      HeldEntries still,
      Clock clock) {
    this.book = book;
    this.lifecycle = lifecycle;
    this.advisories = advisories;
    this.still = still;
    this.clock = clock;
  }

  /** A day of the entry that a reader should know. */
  record Due(String label, DueDate date) {}

  @GetMapping
  String page(@PathVariable EntryKind kind, @PathVariable String name, Model model) {
    Document.Key key = new Document.Key(kind, name);
    Document document = book.get(key);
    Snapshot snapshot = book.snapshot();
    model.addAttribute("document", document);
    model.addAttribute("entry", document.entry());
    model.addAttribute("edition", Editions.of(document));
    model.addAttribute("facts", Fact.of(document));
    model.addAttribute("history", book.history(key));
    model.addAttribute("due", due(document));
    snapshot.map().find(key).ifPresent(node -> relations(snapshot.map(), node, model));
    if (document.entry() instanceof EstateSystem system) {
      model.addAttribute("held", still.now().get(name));
      LifecyclePage.addTo(model, system, lifecycle);
      advisories.of(system).ifPresent(hits -> model.addAttribute("advisories", hits));
    }
    model.addAttribute("mentioned", mentioned(snapshot, key));
    return "inventory/entry";
  }

  private static void relations(EstateMap map, int node, Model model) {
    model.addAttribute("rating", map.rating(node));
    model.addAttribute("needs", map.needsOf(node));
    model.addAttribute("neededBy", map.neededBy(node, NEEDED_BY));
    model.addAttribute("dependents", map.dependents(node));
    model.addAttribute("blast", Blast.of(map, node));
  }

  private List<Due> due(Document document) {
    if (!(document.entry() instanceof EstateSystem system)) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    return Stream.of(
            due("Support", system.supportEnd(), today),
            due("Security fixes", system.securityEnd(), today),
            due("Warranty", system.warrantyEnd(), today))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Due> due(String label, Optional<LocalDate> day, LocalDate today) {
    return day.map(d -> new Due(label, DueDate.of(d, today)));
  }

  /** Where people and teams are named. */
  private static List<Document> mentioned(Snapshot snapshot, Document.Key key) {
    if (key.kind() != EntryKind.PERSON && key.kind() != EntryKind.TEAM) {
      return List.of();
    }
    return snapshot
        .estate()
        .all()
        .filter(other -> Mention.in(other.entry()).stream().anyMatch(m -> m.what().equals(key)))
        .limit(MENTIONS)
        .toList();
  }

  @PostMapping("/remove")
  @Needs(Right.ESTATE)
  String remove(
      @PathVariable EntryKind kind,
      @PathVariable String name,
      @RequestParam Optional<String> edition,
      Actor actor) {
    book.remove(new Document.Key(kind, name), edition, "a page", actor);
    return "redirect:/estate/" + kind.path();
  }
}
