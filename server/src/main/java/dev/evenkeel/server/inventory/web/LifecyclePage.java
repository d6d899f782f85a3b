package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.estate.lifecycle.match.Description;
import dev.evenkeel.estate.lifecycle.match.ProductMatch;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.inventory.lifecycle.LifecycleFetch;
import dev.evenkeel.server.inventory.lifecycle.SupportWarnings;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
@Needs(Role.VIEWER)
class LifecyclePage {
  private static final String HERE = "redirect:/estate/lifecycle";
  private static final int UNMATCHED = 100;
  private static final int WARNINGS = 20;

  private final LifecycleDesk desk;
  private final EstateBook book;
  private final SupportWarnings warnings;

  private final LifecycleFetch fetch;

  LifecyclePage(
      LifecycleDesk desk, EstateBook book, SupportWarnings warnings, LifecycleFetch fetch) {
    this.desk = desk;
    this.book = book;
    this.warnings = warnings;
    this.fetch = fetch;
  }

  /** A system no product was chosen for. */
  record Unmatched(EstateSystem system, ProductMatch match) {}

  @GetMapping
  String page(Model model) {
    return filled(model);
  }

  @PostMapping("/feeds")
  @Needs(Role.OPERATOR)
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
    return filled(model);
  }

  @PostMapping("/feeds/fetch")
  @Needs(Role.OPERATOR)
  String fetch(Actor actor, HttpServletResponse response, Model model) {
    try {
      model.addAttribute("loaded", fetch.fetch(actor));
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_GATEWAY.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return filled(model);
  }

  @PostMapping("/feeds/{id}/forget")
  @Needs(Role.OPERATOR)
  String forget(@PathVariable long id) {
    desk.forgetFeed(id);
    return HERE;
  }

  @PostMapping("/corrections")
  @Needs(Role.OPERATOR)
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
      return filled(model);
    }
    return back.matches("/estate/systems/[a-z0-9._+~-]+") ? "redirect:" + back : HERE;
  }

  @PostMapping("/corrections/forget")
  @Needs(Role.OPERATOR)
  String forget(@RequestParam String said) {
    desk.forget(said);
    return HERE;
  }

  private String filled(Model model) {
    var catalogue = desk.catalogue();
    List<Unmatched> unmatched =
        book.estate().all(EntryKind.SYSTEM).values().stream()
            .map(document -> (EstateSystem) document.entry())
            .map(system -> new Unmatched(system, catalogue.match(Description.of(system))))
            .filter(one -> one.match().chosen().isEmpty())
            .limit(UNMATCHED + 1L)
            .toList();
    model.addAttribute("warnings", warnings.newest(WARNINGS));
    model.addAttribute("address", fetch.address().orElse(null));
    model.addAttribute("feeds", desk.feeds());
    model.addAttribute("known", catalogue.products().size());
    model.addAttribute("corrections", catalogue.corrections());
    model.addAttribute("unmatched", unmatched.subList(0, Math.min(UNMATCHED, unmatched.size())));
    model.addAttribute("more", unmatched.size() > UNMATCHED);
    model.addAttribute("products", catalogue.products());
    return "inventory/lifecycle";
  }

  /** Part of the page of a system. */
  static void addTo(Model model, EstateSystem system, LifecycleDesk desk) {
    Standing standing = desk.standing(system);
    model.addAttribute("standing", standing);
    model.addAttribute("known", desk.catalogue().products().size());
    model.addAttribute("products", desk.catalogue().products());
  }
}
