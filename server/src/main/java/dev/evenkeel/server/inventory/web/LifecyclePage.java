package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.inventory.lifecycle.LifecycleFetch;
import dev.evenkeel.server.inventory.lifecycle.Rankings;
import dev.evenkeel.server.inventory.lifecycle.SupportWarning;
import dev.evenkeel.server.inventory.lifecycle.SupportWarnings;
import dev.evenkeel.server.inventory.lifecycle.WarningFilter;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where lifecycle dates come from, which systems they were matched to, and corrections. */
@Controller
@RequestMapping("/estate/lifecycle")
@Needs(Right.VIEW)
class LifecyclePage {
  private static final String HERE = "redirect:/estate/lifecycle";
  private static final int ROWS = 100;
  private static final int WARNINGS = 20;

  private final LifecycleDesk desk;
  private final EstateBook book;
  private final SupportWarnings warnings;

  private final LifecycleFetch fetch;
  private final Clock clock;

  LifecyclePage(
      LifecycleDesk desk,
      EstateBook book,
      SupportWarnings warnings,
      LifecycleFetch fetch,
      Clock clock) {
    this.desk = desk;
    this.book = book;
    this.warnings = warnings;
    this.fetch = fetch;
    this.clock = clock;
  }

  /** One line of {@link Unmatched}, and why no product was chosen. */
  record UnmatchedRow(Unmatched.Row row, String why) {}

  @GetMapping
  String page(@RequestParam(defaultValue = "0") int from, Model model) {
    return filled(from, model);
  }

  @GetMapping("/warnings")
  String warnings(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Integer> days,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      Model model) {
    List<SupportWarning> found = warnings.newest(new WarningFilter(q, days, before, ROWS + 1));
    List<SupportWarning> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("q", q);
    model.addAttribute("days", days.orElse(null));
    model.addAttribute("warnings", shown);
    model.addAttribute("older", found.size() > ROWS ? shown.getLast().id() : null);
    return "inventory/warnings";
  }

  @PostMapping("/feeds")
  @Needs(Right.ESTATE)
  String load(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String product,
      Actor actor,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      LifecycleDesk.Loaded loaded =
          desk.load(
              file.getBytes(),
              Optional.ofNullable(file.getOriginalFilename()).orElse("a file"),
              Optional.of(product.strip()).filter(name -> !name.isEmpty()),
              actor);
      model.addAttribute("loaded", loaded);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return filled(0, model);
  }

  @PostMapping("/feeds/fetch")
  @Needs(Right.ESTATE)
  String fetch(Actor actor, HttpServletResponse response, Model model) {
    try {
      model.addAttribute("loaded", fetch.fetch(actor));
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_GATEWAY.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return filled(0, model);
  }

  @PostMapping("/feeds/{id}/forget")
  @Needs(Right.ESTATE)
  String forget(@PathVariable long id, Actor actor) {
    desk.forgetFeed(id, actor);
    return HERE;
  }

  @PostMapping("/corrections")
  @Needs(Right.ESTATE)
  String correct(
      @RequestParam String said,
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "") String back,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    try {
      desk.correct(
          new Correction(
              said.strip(), Optional.of(product.strip()).filter(name -> !name.isEmpty())),
          actor);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
      return filled(0, model);
    }
    return back.matches("/estate/systems/[a-z0-9._+~-]+") ? "redirect:" + back : HERE;
  }

  @PostMapping("/corrections/forget")
  @Needs(Right.ESTATE)
  String forget(@RequestParam String said, Actor actor) {
    desk.forget(said, actor);
    return HERE;
  }

  private String filled(int from, Model model) {
    var catalogue = desk.catalogue();
    Optional<Rankings.View> made = desk.backlog();
    List<Unmatched.Row> unmatched =
        made.map(view -> Unmatched.in(view.ranking())).orElse(List.of());
    int first = Math.clamp(from, 0, unmatched.size());
    int last = Math.min(unmatched.size(), first + ROWS);
    model.addAttribute("being", made.isEmpty());
    made.ifPresent(view -> model.addAttribute("since", Since.of(view, clock.instant())));
    model.addAttribute("warnings", warnings.newest(WarningFilter.newest(WARNINGS)));
    model.addAttribute("address", fetch.address().orElse(null));
    model.addAttribute("feeds", desk.feeds());
    model.addAttribute("known", catalogue.products().size());
    model.addAttribute("corrections", catalogue.corrections());
    model.addAttribute(
        "unmatched", unmatched.subList(first, last).stream().map(this::explained).toList());
    model.addAttribute("wordings", unmatched.size());
    model.addAttribute("from", first);
    model.addAttribute("step", ROWS);
    model.addAttribute("products", catalogue.products());
    return "inventory/lifecycle";
  }

  private UnmatchedRow explained(Unmatched.Row row) {
    return new UnmatchedRow(
        row,
        book.estate()
            .system(row.one())
            .map(system -> desk.standing(system).match().reason())
            .orElse("it is not in the estate any more"));
  }

  /** Part of the page of a system. */
  static void addTo(Model model, EstateSystem system, LifecycleDesk desk) {
    Standing standing = desk.standing(system);
    model.addAttribute("standing", standing);
    model.addAttribute("known", desk.catalogue().products().size());
    model.addAttribute("products", desk.catalogue().products());
  }
}
