package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.backlog.BacklogItem;
import dev.evenkeel.estate.backlog.Compatibility;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.inventory.lifecycle.Rankings;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What should be upgraded first, and why. */
@Controller
@RequestMapping("/backlog")
@Needs(Right.VIEW)
class BacklogPage {
  private static final int ROWS = 50;
  private static final int DEPENDENTS = 200;

  private final LifecycleDesk desk;
  private final EstateBook book;
  private final Clock clock;

  BacklogPage(LifecycleDesk desk, EstateBook book, Clock clock) {
    this.desk = desk;
    this.book = book;
    this.clock = clock;
  }

  /** A system in the list. */
  record Row(int rank, BacklogItem item, Optional<DueDate> end) {}

  /** One that depends on the system, and whether it gets along with the target. */
  record Dependent(Node node, Compatibility compatibility) {}

  @GetMapping
  String page(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Criticality> criticality,
      @RequestParam Optional<Step.Size> size,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    return filled(q, criticality, size, from, model);
  }

  private String filled(
      String q,
      Optional<Criticality> criticality,
      Optional<Step.Size> size,
      int from,
      Model model) {
    Optional<Rankings.View> made = desk.backlog();
    List<Row> rows = List.of();
    int found = 0;
    int first = 0;
    if (made.isPresent()) {
      Ranking ranking = made.get().ranking();
      int[] places = new BacklogFilter(q, criticality, size).places(ranking);
      found = places.length;
      first = Math.clamp(from, 0, found);
      rows = rows(ranking, Arrays.stream(places, first, Math.min(found, first + ROWS)));
      model.addAttribute("since", Since.of(made.get(), clock.instant()));
      model.addAttribute("all", ranking.size());
      model.addAttribute("systems", ranking.map().size());
    }
    model.addAttribute("being", made.isEmpty());
    model.addAttribute("rows", rows);
    model.addAttribute("found", found);
    model.addAttribute("from", first);
    model.addAttribute("step", ROWS);
    model.addAttribute("q", q);
    model.addAttribute("criticality", criticality.orElse(null));
    model.addAttribute("size", size.orElse(null));
    model.addAttribute("criticalities", Criticality.values());
    model.addAttribute(
        "sizes", List.of(Step.Size.PATCH, Step.Size.MINOR, Step.Size.MAJOR, Step.Size.UNKNOWN));
    model.addAttribute("weights", Weight.values());
    model.addAttribute("weighted", desk.weights());
    model.addAttribute("feeds", desk.feeds());
    return "inventory/backlog";
  }

  private List<Row> rows(Ranking ranking, IntStream wanted) {
    List<Integer> places = wanted.boxed().toList();
    List<BacklogItem> items = ranking.items(places);
    return IntStream.range(0, items.size())
        .mapToObj(n -> row(places.get(n), items.get(n)))
        .toList();
  }

  private Row row(int place, BacklogItem item) {
    return new Row(
        place + 1, item, item.standing().end().map(end -> DueDate.of(end, desk.today())));
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, Model model) {
    Rankings.View made = desk.ranked();
    Ranking ranking = made.ranking();
    Row row =
        ranking
            .place(name)
            .map(place -> rows(ranking, IntStream.of(place)).getFirst())
            .orElseThrow(() -> LifecycleApi.notInBacklog(name));
    model.addAttribute("since", Since.of(made, clock.instant()));
    model.addAttribute("row", row);
    model.addAttribute("item", row.item());
    model.addAttribute("all", ranking.size());
    model.addAttribute("dependents", dependents(row.item()));
    return "inventory/backlog-item";
  }

  private List<Dependent> dependents(BacklogItem item) {
    EstateMap map = book.snapshot().map();
    Optional<Integer> node = map.find(new Document.Key(EntryKind.SYSTEM, item.system().name()));
    return node.flatMap(there ->
            item.target()
                .map(target ->
                    map.neededBy(there, DEPENDENTS).stream()
                        .map(link ->
                            new Dependent(
                                link.node(), Compatibility.of(link.dependency(), target.version())))
                        .toList()))
        .orElse(List.of());
  }

  @PostMapping("/weights")
  @Needs(Right.ESTATE)
  String weigh(
      @RequestParam Map<String, String> typed,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    try {
      Map<Weight, Integer> values = new EnumMap<>(Weight.class);
      for (Weight weight : Weight.values()) {
        values.put(weight, number(weight, typed.getOrDefault(weight.name(), "")));
      }
      desk.weigh(BacklogView.weights(values), actor);
      return "redirect:/backlog";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
      return filled("", Optional.empty(), Optional.empty(), 0, model);
    }
  }

  private static int number(Weight weight, String text) {
    if (!text.strip().matches("\\d{1,3}")) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The weight %s must be a whole number from 0 to 100; it is '%s'."
              .formatted(weight.name().toLowerCase(Locale.ROOT).replace('_', ' '), text));
    }
    return Integer.parseInt(text.strip());
  }
}
