package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.advisory.AdvisoryDesk;
import dev.evenkeel.server.inventory.advisory.AdvisoryFetch;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.inventory.advisory.Standing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Which vulnerabilities the estate has, and where files about them are taken. */
@Controller
@RequestMapping("/estate/advisories")
@Needs(Right.VIEW)
class AdvisoriesPage {
  private static final int ROWS = 50;

  private final AdvisoryDesk desk;
  private final AdvisoryFetch fetch;
  private final AdvisoryWatch watch;

  AdvisoriesPage(AdvisoryDesk desk, AdvisoryFetch fetch, AdvisoryWatch watch) {
    this.desk = desk;
    this.fetch = fetch;
    this.watch = watch;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "false") boolean sure,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    show(new AdvisoryRows(q, level, sure), from, model);
    return "inventory/advisories";
  }

  private void show(AdvisoryRows rows, int from, Model model) {
    AdvisoryWatch.View view = watch.now();
    List<Standing.Vulnerability> found = rows.of(view.standing());
    int first = Math.clamp(from, 0, found.size());
    model.addAttribute("filter", rows);
    model.addAttribute("view", view);
    model.addAttribute("found", found.size());
    model.addAttribute("rows", found.subList(first, Math.min(found.size(), first + ROWS)));
    model.addAttribute("from", first);
    model.addAttribute("step", ROWS);
    model.addAttribute("sources", fetch.sources());
    model.addAttribute("levels", List.of("critical", "high", "medium", "low"));
  }

  @PostMapping("/fetch")
  @Needs(Right.ESTATE)
  String fetch(Actor actor, Model model) {
    try {
      fetch.fetch(actor);
    } catch (Refused refused) {
      model.addAttribute("wrong", refused.getMessage());
    }
    show(new AdvisoryRows("", "", false), 0, model);
    return "inventory/advisories";
  }

  /** Says what a file brings; takes it when that was asked. */
  @PostMapping
  @Needs(Right.ESTATE)
  String take(
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "false") boolean preview,
      Actor actor,
      Model model)
      throws IOException {
    try {
      MultipartFile given =
          file.filter(one -> !one.isEmpty())
              .orElseThrow(
                  () -> new Refused(Refused.Kind.INVALID, "Choose a file of advisories first."));
      String name = AdvisoryRows.named(Optional.ofNullable(given.getOriginalFilename()).orElse(""));
      try (var in = given.getInputStream()) {
        model.addAttribute("taken", desk.take(name, in, preview, actor));
      }
    } catch (Refused refused) {
      model.addAttribute("wrong", refused.getMessage());
    }
    show(new AdvisoryRows("", "", false), 0, model);
    return "inventory/advisories";
  }
}
