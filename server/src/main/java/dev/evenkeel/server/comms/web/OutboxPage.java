package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Pressed;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Sender;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was told, and what became of it: of all, and a single message. */
@Controller
@Needs(Right.VIEW)
class OutboxPage {
  private final Outbox outbox;
  private final ChannelBook channels;
  private final Sender sender;

  OutboxPage(Outbox outbox, ChannelBook channels, Sender sender) {
    this.outbox = outbox;
    this.channels = channels;
    this.sender = sender;
  }

  @GetMapping("/messages")
  String all(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    var rows = MessageSearch.of(state, channel, about, before);
    List<Posted> found = outbox.list(rows.filter());
    model.addAttribute("search", rows);
    model.addAttribute("messages", shown(rows.page(found)));
    model.addAttribute("older", rows.older(found));
    model.addAttribute("standing", outbox.standing());
    model.addAttribute("states", MessageState.values());
    model.addAttribute("channels", channels.all().stream().map(it -> it.name()).toList());
    return "comms/outbox";
  }

  @GetMapping("/messages/{id:\\d+}")
  String one(@PathVariable long id, Model model) {
    Posted posted = outbox.get(id);
    model.addAttribute("message", MessageView.of(posted, inConfidence()));
    model.addAttribute(
        "attempts", MessageView.attempts(posted, outbox.deliveries(id), inConfidence()));
    return "comms/message";
  }

  @PostMapping("/messages/{id:\\d+}/retry")
  @Needs(Right.COMMUNICATE)
  String retry(
      @PathVariable long id,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> outbox.retry(id, version, actor), response, model);
  }

  @PostMapping("/messages/{id:\\d+}/withdraw")
  @Needs(Right.COMMUNICATE)
  String withdraw(
      @PathVariable long id,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> outbox.withdraw(id, version, actor), response, model);
  }

  private String done(long id, Runnable what, HttpServletResponse response, Model model) {
    return Pressed.done(what, response, model) ? "redirect:/messages/" + id : one(id, model);
  }

  private List<MessageView> shown(List<Posted> all) {
    boolean inConfidence = inConfidence();
    return all.stream().map(posted -> MessageView.of(posted, inConfidence)).toList();
  }

  private boolean inConfidence() {
    return sender.rightsOfSender().map(rights -> rights.may(Right.COMMUNICATE)).orElse(false);
  }
}
