package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.engine.TestMessages;
import dev.evenkeel.server.comms.outside.PlaceBook;
import dev.evenkeel.server.comms.outside.PlaceKind;
import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Pressed;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ways to reach people: all of them, and a form for each. */
@Controller
@RequestMapping("/settings/channels")
@Needs(Right.ADMINISTER)
class ChannelsPage {
  private final ChannelBook book;
  private final TestMessages tests;
  private final Vault vault;
  private final PlaceBook places;

  ChannelsPage(ChannelBook book, TestMessages tests, Vault vault, PlaceBook places) {
    this.book = book;
    this.tests = tests;
    this.vault = vault;
    this.places = places;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String all(Rights rights, Model model) {
    model.addAttribute(
        "channels", book.all().stream().map(one -> ChannelView.of(one, rights)).toList());
    model.addAttribute("kinds", ChannelKind.values());
    model.addAttribute("places", places.views());
    model.addAttribute("placeKinds", PlaceKind.values());
    return "comms/channels";
  }

  @GetMapping("/new")
  String blank(@RequestParam(defaultValue = "smtp") String kind, Model model) {
    return form(Typed.of(Map.of("kind", kind)), Optional.empty(), model);
  }

  @PostMapping
  String add(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    ChannelTerms terms = ChannelForm.read(typed, Optional.empty());
    if (typed.keeps(() -> book.add(terms, actor))) {
      return "redirect:/settings/channels/" + terms.name();
    }
    response.setStatus(typed.status());
    return form(typed, Optional.empty(), model);
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, Model model) {
    Channel channel = book.get(name);
    model.addAttribute("version", channel.version());
    return form(ChannelForm.of(channel), Optional.of(channel), model);
  }

  @PostMapping("/{name}")
  String save(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Channel channel = book.get(name);
    Typed typed = Typed.of(given);
    ChannelTerms terms = ChannelForm.read(typed, Optional.of(name));
    if (typed.keeps(() -> book.edit(name, terms, version, actor))) {
      return "redirect:/settings/channels/" + name;
    }
    response.setStatus(typed.status());
    model.addAttribute("version", version);
    return form(typed, Optional.of(channel), model);
  }

  /** Not redirected: the answer tells how it went. */
  @PostMapping("/{name}/test")
  String test(@PathVariable String name, Actor actor, Model model) {
    model.addAttribute("tried", tests.send(name, actor));
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

  private String form(Typed typed, Optional<Channel> channel, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute("title", channel.map(Channel::name).orElse("A new channel"));
    model.addAttribute("channel", channel.map(ChannelView::of).orElse(null));
    model.addAttribute("kinds", ChannelKind.values());
    model.addAttribute("secrets", vault.names());
    return "comms/channel";
  }
}
