package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.server.inventory.lifecycle.Feed;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.inventory.lifecycle.LifecycleFetch;
import dev.evenkeel.server.inventory.lifecycle.Rankings;
import dev.evenkeel.server.inventory.lifecycle.SupportWarnings;
import dev.evenkeel.server.inventory.lifecycle.WarningFilter;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lifecycle data, corrections and the backlog over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Right.VIEW)
class LifecycleApi {
  private static final int MOST = 1_000;
  private static final int LONGEST = 500;

  private final LifecycleDesk desk;
  private final SupportWarnings warnings;
  private final LifecycleFetch fetch;
  private final DocumentBodies bodies;

  LifecycleApi(
      LifecycleDesk desk, SupportWarnings warnings, LifecycleFetch fetch, DocumentBodies bodies) {
    this.bodies = bodies;
    this.desk = desk;
    this.warnings = warnings;
    this.fetch = fetch;
  }

  /**
   * A page of the backlog.
   *
   * @param all how many systems could move
   * @param found how many of them are as is wanted
   * @param asOf when it was ranked
   * @param fresh whether nothing was changed since; otherwise it is being ranked again
   */
  record Page(int all, int found, Instant asOf, boolean fresh, List<BacklogView> items) {}

  @GetMapping("/lifecycle/feeds")
  List<Feed> feeds() {
    return desk.feeds();
  }

  /**
   * Loads lifecycle data: the body is an answer of endoflife.date's API, v0 or v1, packed or not.
   *
   * @param product its name, where the body is a list of release lines
   */
  @PostMapping("/lifecycle/feeds")
  @Needs(Right.ESTATE)
  LifecycleDesk.Loaded load(
      @RequestParam(defaultValue = "lifecycle.json") String file,
      @RequestParam Optional<String> product,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    return bodies.read(request, DocumentBodies.TREE, body -> desk.load(body, file, product, actor));
  }

  /** Fetches lifecycle data from the address that is set. */
  @PostMapping("/lifecycle/feeds/fetch")
  @Needs(Right.ESTATE)
  LifecycleDesk.Loaded fetch(Actor actor) {
    return fetch.fetch(actor);
  }

  @DeleteMapping("/lifecycle/feeds/{id}")
  @Needs(Right.ESTATE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable long id, Actor actor) {
    desk.forgetFeed(id, actor);
  }

  @GetMapping("/lifecycle/corrections")
  List<Correction> corrections() {
    return desk.catalogue().corrections();
  }

  /**
   * What a person says something is: {@code said}, and the {@code product}; without one it is none
   * that is known.
   */
  @PutMapping("/lifecycle/corrections")
  @Needs(Right.ESTATE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String said = typed.needed("said", LONGEST, "Write the words that systems use.");
    Optional<String> product = typed.words("product", LONGEST);
    typed.refuseIfWrong();
    desk.correct(new Correction(said, product), actor);
  }

  @DeleteMapping("/lifecycle/corrections")
  @Needs(Right.ESTATE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@RequestParam String said, Actor actor) {
    desk.forget(said, actor);
  }

  /**
   * What ends soon or has ended, told once for each distance; the newest first.
   *
   * @param days the distance: 365, 180, 90, 30, or 0 for what is over
   * @param before the id of the last one of the page before
   */
  @GetMapping("/lifecycle/warnings")
  List<WarningView> warnings(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Integer> days,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "100") int limit) {
    return warnings.newest(new WarningFilter(q, days, before, Math.clamp(limit, 1, MOST))).stream()
        .map(WarningView::of)
        .toList();
  }

  /** Systems that no product was found for, by what they say of themselves; the most first. */
  @GetMapping("/lifecycle/unmatched")
  List<Unmatched.Row> unmatched(
      @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "100") int limit) {
    List<Unmatched.Row> all = Unmatched.in(desk.ranked().ranking());
    int first = Math.clamp(from, 0, all.size());
    return all.subList(first, Math.min(all.size(), first + Math.clamp(limit, 1, MOST)));
  }

  /** Filtered as its page is. */
  @GetMapping("/backlog")
  Page backlog(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Criticality> criticality,
      @RequestParam Optional<Step.Size> size,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "100") int limit) {
    Rankings.View made = desk.ranked();
    Ranking ranking = made.ranking();
    int[] places = new BacklogFilter(q, criticality, size).places(ranking);
    List<Integer> wanted =
        Arrays.stream(places)
            .skip(Math.max(0, from))
            .limit(Math.clamp(limit, 1, MOST))
            .boxed()
            .toList();
    return new Page(
        ranking.size(),
        places.length,
        made.at(),
        made.isFresh(),
        ranking.items(wanted).stream().map(BacklogView::of).toList());
  }

  @GetMapping("/backlog/{system}")
  BacklogView item(@PathVariable String system) {
    Ranking ranking = desk.ranked().ranking();
    return ranking
        .place(system)
        .map(place -> BacklogView.of(ranking.items(List.of(place)).getFirst()))
        .orElseThrow(() -> notInBacklog(system));
  }

  static Refused notInBacklog(String system) {
    return new Refused(
        Refused.Kind.NOT_FOUND,
        "System '%s' is not in the backlog: no newer version of it is known, nothing of it ends within a year, and no advisory is known to be true for it."
            .formatted(system));
  }

  @GetMapping("/backlog-weights")
  Map<Weight, Integer> weights() {
    return desk.weights().values();
  }

  @PutMapping("/backlog-weights")
  @Needs(Right.ESTATE)
  Map<Weight, Integer> weigh(@RequestBody Map<Weight, Integer> weights, Actor actor) {
    desk.weigh(BacklogView.weights(weights), actor);
    return desk.weights().values();
  }
}
