package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar of one's own tasks: its secret address, a new one, and none. */
@Controller
@RequestMapping("/tasks/calendar")
@Needs(Right.VIEW)
class TaskFeedPage {
  private final FeedDesk desk;

  TaskFeedPage(FeedDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  String page(Actor actor, Model model) {
    return show(person(actor), Optional.empty(), model);
  }

  /** Whoever had the address before has none any more. */
  @PostMapping
  String make(Actor actor, HttpServletRequest request, Model model) {
    String person = person(actor);
    String path = Feed.path(desk.renew(Feed.PEOPLE, person, actor), Feed.PEOPLE, person);
    return show(
        person,
        Optional.of(ServletUriComponentsBuilder.fromContextPath(request).path(path).toUriString()),
        model);
  }

  @PostMapping("/withdraw")
  String withdraw(Actor actor) {
    desk.withdraw(Feed.PEOPLE, person(actor), actor);
    return "redirect:/tasks/calendar";
  }

  private String show(String person, Optional<String> address, Model model) {
    model.addAttribute("feed", desk.of(Feed.PEOPLE, person));
    model.addAttribute("address", address);
    return "tasks/calendar";
  }

  private static String person(Actor actor) {
    if (actor.kind() != Actor.Kind.PERSON) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "This calendar is that of somebody who is signed in, not of a token. Open it in a browser.");
    }
    return actor.name();
  }
}
