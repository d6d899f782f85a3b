package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.advisory.AdvisoryDesk;
import dev.evenkeel.server.inventory.advisory.AdvisoryFetch;
import dev.evenkeel.server.inventory.advisory.AdvisoryImport;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.inventory.advisory.Fetched;
import dev.evenkeel.server.inventory.advisory.Standing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advisories over HTTP. */
@RestController
@RequestMapping("/api/advisories")
@Needs(Right.VIEW)
class AdvisoryApi {
  private static final int MOST = 1_000;

  private final AdvisoryDesk desk;
  private final AdvisoryFetch fetch;
  private final AdvisoryWatch watch;
  private final EstateBook book;

  AdvisoryApi(AdvisoryDesk desk, AdvisoryFetch fetch, AdvisoryWatch watch, EstateBook book) {
    this.desk = desk;
    this.fetch = fetch;
    this.watch = watch;
    this.book = book;
  }

  /**
   * Vulnerabilities of the estate.
   *
   * @param fresh whether nothing was changed since it was computed; otherwise ask again
   * @param found how many there are, all pages together
   */
  record Listed(
      boolean fresh,
      int advisories,
      int systems,
      int found,
      List<VulnerabilityView> vulnerabilities) {}

  /** One of them, with the systems that have it or may have it. */
  record VulnerabilityView(
      String name,
      String summary,
      Optional<String> severity,
      Optional<Double> score,
      Optional<String> url,
      int affected,
      List<HitView> systems) {
    static VulnerabilityView of(Standing.Vulnerability one) {
      return new VulnerabilityView(
          one.name(),
          one.summary(),
          one.severity().map(severity -> severity.level().word()),
          one.severity().flatMap(severity -> severity.score()),
          one.url(),
          one.affected(),
          one.hits().stream().limit(MOST).map(HitView::of).toList());
    }
  }

  /** What a vulnerability means for a system. */
  record HitView(
      String system,
      String vulnerability,
      String answer,
      Optional<String> version,
      Optional<String> fixedIn,
      Optional<String> severity,
      String reason,
      List<String> advisories) {
    static HitView of(Hit hit) {
      return new HitView(
          hit.system(),
          hit.vulnerability(),
          hit.answer().name().toLowerCase(Locale.ROOT),
          hit.version(),
          hit.fixedIn(),
          hit.severity().map(severity -> severity.level().word()),
          hit.reason(),
          hit.advisories());
    }
  }

  /**
   * Takes a file of advisories as the body: OSV, CSAF or CycloneDX in JSON, also packed.
   *
   * @param preview whether to say only what would change
   * @param file name shown in findings and in the history
   */
  @PostMapping
  @Needs(Right.ESTATE)
  AdvisoryImport take(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "advisories") String file,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    return desk.take(AdvisoryRows.named(file), Bodies.stream(request), preview, actor);
  }

  /** The addresses advisories are fetched from, and how it went the last time. */
  @GetMapping("/sources")
  List<Fetched> sources() {
    return fetch.sources();
  }

  /** Fetches from all of them now. */
  @PostMapping("/fetch")
  @Needs(Right.ESTATE)
  List<Fetched> fetch(Actor actor) {
    return fetch.fetch(actor);
  }

  @GetMapping
  Listed list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "false") boolean sure,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "100") int limit) {
    AdvisoryWatch.View view = watch.now();
    List<Standing.Vulnerability> found = new AdvisoryRows(q, level, sure).of(view.standing());
    int first = Math.clamp(from, 0, found.size());
    int last = Math.min(found.size(), first + Math.clamp(limit, 1, MOST));
    return new Listed(
        view.fresh(),
        view.standing().advisories(),
        view.standing().systems(),
        found.size(),
        found.subList(first, last).stream().map(VulnerabilityView::of).toList());
  }

  /** All that is said of one system, also what does not affect it. */
  @GetMapping("/systems/{name}")
  List<HitView> ofSystem(@PathVariable String name) {
    Document document = book.get(new Document.Key(EntryKind.SYSTEM, name));
    return watch.of((EstateSystem) document.entry()).orElse(List.of()).stream()
        .map(HitView::of)
        .toList();
  }
}
