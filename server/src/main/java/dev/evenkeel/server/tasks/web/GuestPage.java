package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.GuestDesk;
import dev.evenkeel.server.tasks.GuestLink;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskEvent;
import dev.evenkeel.server.tasks.Undertakings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One task, for who has a link to it and no account. */
@Controller
@RequestMapping("/guest/{secret:[A-Za-z0-9_-]{43}}")
@Open
class GuestPage {
  private static final int TEXT = 2_000;

  private final GuestDesk guests;
  private final TaskDesk desk;
  private final Undertakings upgrades;
  private final Rows rows;
  private final Clock clock;

  GuestPage(GuestDesk guests, TaskDesk desk, Undertakings upgrades, Rows rows, Clock clock) {
    this.guests = guests;
    this.desk = desk;
    this.upgrades = upgrades;
    this.rows = rows;
    this.clock = clock;
  }

  @GetMapping
  String page(@PathVariable String secret, HttpServletResponse response, Model model) {
    GuestLink link = guests.open(secret);
    Task task = desk.get(link.task());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("secret", secret);
    model.addAttribute("link", link);
    model.addAttribute("task", task);
    model.addAttribute("said", said(link));
    model.addAttribute(
        "row", rows.single(task, upgrades.get(task.upgrade()).title(), clock.instant()));
    return "tasks/guest";
  }

  /** What this guest said; what others say is not theirs to read. */
  private List<TaskEvent> said(GuestLink link) {
    return desk.history(link.task()).stream()
        .filter(one -> one.what().equals("comment") && one.by().equals(link.actor()))
        .toList();
  }

  @PostMapping("/ticks")
  String tick(
      @PathVariable String secret,
      @RequestParam long version,
      @RequestParam int line,
      @RequestParam boolean ticked,
      HttpServletResponse response,
      Model model) {
    GuestLink link = guests.open(secret);
    return tried(
        secret,
        () -> desk.tick(link.task(), line, ticked, version, guests.act(link)),
        response,
        model);
  }

  @PostMapping("/comments")
  String comment(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String text,
      HttpServletResponse response,
      Model model) {
    GuestLink link = guests.open(secret);
    return tried(
        secret,
        () -> {
          if (text.isBlank() || text.length() > TEXT) {
            throw new Refused(
                Refused.Kind.INVALID,
                "A comment has 1 to %d characters; this has %d.".formatted(TEXT, text.length()));
          }
          desk.comment(link.task(), text.strip(), guests.act(link));
        },
        response,
        model);
  }

  @PostMapping("/done")
  String done(
      @PathVariable String secret,
      @RequestParam long version,
      HttpServletResponse response,
      Model model) {
    GuestLink link = guests.open(secret);
    return tried(
        secret,
        () -> desk.done(link.task(), Optional.empty(), version, guests.act(link)),
        response,
        model);
  }

  private String tried(String secret, Runnable order, HttpServletResponse response, Model model) {
    try {
      order.run();
      return "redirect:/guest/{secret}";
    } catch (Refused refused) {
      HttpStatus status =
          switch (refused.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.CONFLICT;
          };
      response.setStatus(status.value());
      Object after = refused.facts().get(Refused.RETRY_AFTER);
      if (after != null) {
        response.setHeader(HttpHeaders.RETRY_AFTER, after.toString());
      }
      model.addAttribute("refusal", refused.getMessage());
      return page(secret, response, model);
    }
  }
}
