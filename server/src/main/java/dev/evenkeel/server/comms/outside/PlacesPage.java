package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Pressed;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A form for each Alertmanager and Grafana; all of them are listed with the channels. */
@Controller
@RequestMapping("/settings/places")
@Needs(Right.ADMINISTER)
class PlacesPage {
  private final PlaceBook book;
  private final Vault vault;

  PlacesPage(PlaceBook book, Vault vault) {
    this.book = book;
    this.vault = vault;
  }

  @GetMapping("/new")
  String blank(@RequestParam(defaultValue = "alertmanager") String kind, Model model) {
    return form(Typed.of(Map.of("kind", kind)), Optional.empty(), model);
  }

  @PostMapping
  String add(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    PlaceTerms terms = PlaceForm.read(typed, Optional.empty());
    if (typed.keeps(() -> book.add(terms, actor))) {
      return "redirect:/settings/places/" + terms.name();
    }
    response.setStatus(typed.status());
    return form(typed, Optional.empty(), model);
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, Model model) {
    Place place = book.get(name);
    model.addAttribute("version", place.version());
    return form(PlaceForm.of(place), Optional.of(place), model);
  }

  @PostMapping("/{name}")
  String save(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Place place = book.get(name);
    Typed typed = Typed.of(given);
    PlaceTerms terms = PlaceForm.read(typed, Optional.of(place));
    if (typed.keeps(() -> book.edit(terms, version, actor))) {
      return "redirect:/settings/places/" + name;
    }
    response.setStatus(typed.status());
    model.addAttribute("version", version);
    return form(typed, Optional.of(place), model);
  }

  /** Not redirected: the answer tells how it went. */
  @PostMapping("/{name}/test")
  String test(@PathVariable String name, Actor actor, Model model) {
    model.addAttribute("tried", book.greet(name, actor));
    return one(name, model);
  }

  @PostMapping("/{name}/remove")
  String remove(
      @PathVariable String name,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return Pressed.done(() -> book.remove(name, version, actor), response, model)
        ? "redirect:/settings/channels"
        : one(name, model);
  }

  private String form(Typed typed, Optional<Place> place, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute(
        "title", place.map(one -> one.terms().name()).orElse("A new Alertmanager or Grafana"));
    model.addAttribute("place", place.map(PlaceView::of).orElse(null));
    model.addAttribute("signs", place.map(one -> book.signs(one.terms().name())).orElse(List.of()));
    model.addAttribute("kinds", PlaceKind.values());
    model.addAttribute("secrets", vault.names());
    return "comms/place";
  }
}
