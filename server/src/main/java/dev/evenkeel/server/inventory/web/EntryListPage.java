package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.SystemType;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is in the estate: systems with a filter, and everything else by kind. */
@Controller
@RequestMapping("/estate")
@Needs(Right.VIEW)
class EntryListPage {
  private static final int ROWS = 100;

  private final EstateBook book;
  private final LifecycleDesk lifecycle;
  private final Clock clock;

  EntryListPage(EstateBook book, LifecycleDesk lifecycle, Clock clock) {
    this.book = book;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  /** A tab of the page. */
  record Tab(EntryKind kind, int entries) {}

  @GetMapping
  String systems(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Criticality> criticality,
      @RequestParam Optional<SystemType> type,
      @RequestParam(defaultValue = "") String team,
      @RequestParam Optional<Integer> ending,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    var filter = new SystemFilter(q, criticality, type, team, ending, sort);
    Snapshot snapshot = book.snapshot();
    LocalDate today = LocalDate.now(clock);
    EstateMap map = snapshot.map();
    Ends ends = Ends.of(map, lifecycle.backlog());
    List<Integer> found = filter.of(map, ends, today);
    int first = Math.clamp(from, 0, found.size());
    int last = Math.min(first + ROWS, found.size());
    tabs(model, snapshot, EntryKind.SYSTEM);
    model.addAttribute("filter", filter);
    model.addAttribute("found", found.size());
    model.addAttribute(
        "rows", found.subList(first, last).stream().map(node -> row(map, node, today)).toList());
    model.addAttribute("complete", ends.complete());
    model.addAttribute("from", first);
    model.addAttribute("step", ROWS);
    model.addAttribute("criticalities", Criticality.values());
    model.addAttribute("types", SystemType.values());
    model.addAttribute("teams", snapshot.estate().all(EntryKind.TEAM).values());
    return "inventory/systems";
  }

  private SystemRow row(EstateMap map, int node, LocalDate today) {
    Standing standing = lifecycle.standing(map.node(node).system().orElseThrow());
    return SystemRow.of(map, node, standing.end(), today);
  }

  @GetMapping("/{kind}")
  String entries(
      @PathVariable EntryKind kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    if (kind == EntryKind.SYSTEM) {
      return "redirect:/estate";
    }
    Snapshot snapshot = book.snapshot();
    List<Document> found =
        snapshot.estate().all(kind).tailMap(after, false).values().stream()
            .filter(document -> DocumentView.matches(document, q))
            .limit(ROWS + 1L)
            .toList();
    List<Document> shown = found.subList(0, Math.min(ROWS, found.size()));
    tabs(model, snapshot, kind);
    model.addAttribute("kind", kind);
    model.addAttribute("q", q);
    model.addAttribute("columns", EntryColumns.of(kind));
    model.addAttribute("entries", shown);
    model.addAttribute("next", found.size() > ROWS ? shown.getLast().name() : null);
    return "inventory/entries";
  }

  private static void tabs(Model model, Snapshot snapshot, EntryKind here) {
    model.addAttribute("here", here);
    model.addAttribute(
        "tabs",
        Arrays.stream(EntryKind.values())
            .map(kind -> new Tab(kind, snapshot.estate().all(kind).size()))
            .toList());
  }
}
