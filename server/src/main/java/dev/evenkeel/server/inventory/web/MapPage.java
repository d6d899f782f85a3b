package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The map: one system in the centre, what needs it to the left, what it needs to the right. */
@Controller
@RequestMapping("/estate/map")
@Needs(Right.VIEW)
class MapPage {
  /** Written by map.js. */
  private static final String LOOKED_AT_LAST = "evenkeel_map";

  private final EstateBook book;

  MapPage(EstateBook book) {
    this.book = book;
  }

  @GetMapping
  String page(
      MapQuery asked,
      @CookieValue(name = LOOKED_AT_LAST, defaultValue = "") String last,
      Model model) {
    EstateMap map = book.snapshot().map();
    Optional<Opening> opening = asked.isAsked() ? Optional.empty() : Opening.of(map, last);
    MapQuery query = opening.map(Opening::id).map(asked::around).orElse(asked);
    opening.ifPresent(shown -> model.addAttribute("opening", shown));
    model.addAttribute("query", query);
    model.addAttribute("map", MapView.of(map, query.of(map)));
    model.addAttribute("types", DependencyType.values());
    return "inventory/map";
  }

  @GetMapping("/cycles")
  String cycles(Model model) {
    EstateMap map = book.snapshot().map();
    model.addAttribute("cycles", Cycle.in(map));
    return "inventory/cycles";
  }
}
