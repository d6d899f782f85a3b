package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.Delivery;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Sender;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages over HTTP. */
@RestController
@RequestMapping("/api/messages")
@Needs(Right.VIEW)
class OutboxApi {
  private static final int KEY = 300;
  private static final int LINE = 300;
  private static final int TEXT = 20_000;

  private final Outbox outbox;
  private final Sender sender;
  private final TransactionTemplate transaction;

  OutboxApi(Outbox outbox, Sender sender, TransactionTemplate transaction) {
    this.outbox = outbox;
    this.sender = sender;
    this.transaction = transaction;
  }

  /**
   * A page of messages, the newest first.
   *
   * @param older send it as {@code before} for the next page
   */
  record Listed(List<MessageView> messages, Optional<Long> older) {}

  /** A message with its attempts. */
  record Whole(MessageView message, List<Delivery> attempts) {}

  /** What is new; what was known already is left out. */
  record Taken(List<Long> ids) {}

  @GetMapping
  Listed all(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String before) {
    var search = MessageSearch.of(state, channel, about, before);
    List<Posted> found = outbox.list(search.filter());
    return new Listed(search.page(found).stream().map(this::shown).toList(), search.older(found));
  }

  @GetMapping("/{id:\\d+}")
  ResponseEntity<Whole> one(@PathVariable long id) {
    Posted posted = outbox.get(id);
    return Tagged.of(
        posted.version(),
        new Whole(
            shown(posted), MessageView.attempts(posted, outbox.deliveries(id), inConfidence())));
  }

  /** All of them or none. A key that was posted before is left out. */
  @PostMapping
  @Needs(Right.COMMUNICATE)
  Taken post(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    List<Message> all = new ArrayList<>();
    int rows = typed.rows("messages");
    for (int row = 0; row < rows; row++) {
      all.add(read(typed, "messages[%d].".formatted(row), actor));
    }
    if (rows == 0) {
      typed.wrong("messages", "There is none. Send {\"messages\": [{\"key\": …}]}.");
    }
    typed.refuseIfWrong();
    List<Long> ids = transaction.execute(status -> outbox.post(all));
    return new Taken(ids == null ? List.of() : ids);
  }

  private static Message read(Typed typed, String at, Actor actor) {
    String key = typed.needed(at + "key", KEY, "Messages with the same key are told once.");
    String channel = typed.needed(at + "channel", LINE, "Name a channel.");
    String subject = typed.needed(at + "subject", LINE, "Say it in one line.");
    String text = typed.needed(at + "text", TEXT, "Say it.");
    String about = typed.words(at + "about", LINE).orElse("/messages");
    if (!about.startsWith("/")) {
      typed.wrong(at + "about", "'%s' is no path such as /upgrades/12.".formatted(about));
    }
    String language = typed.words(at + "language", 20).orElse("en");
    return Message.toChannel(
            key.isEmpty() ? "-" : key,
            channel,
            subject,
            text,
            about.startsWith("/") ? about : "/",
            language,
            actor)
        .ifItCanWait(typed.ticked(at + "canWait"));
  }

  /** Tries one that failed again; {@code If-Match} names the version that was looked at. */
  @PostMapping("/{id:\\d+}/retry")
  @Needs(Right.COMMUNICATE)
  ResponseEntity<Whole> retry(
      @PathVariable long id, @RequestHeader(name = "If-Match") Optional<String> seen, Actor actor) {
    outbox.retry(id, IfMatch.version(seen), actor);
    return one(id);
  }

  /** Takes one back that waits or failed. */
  @PostMapping("/{id:\\d+}/withdraw")
  @Needs(Right.COMMUNICATE)
  ResponseEntity<Whole> withdraw(
      @PathVariable long id, @RequestHeader(name = "If-Match") Optional<String> seen, Actor actor) {
    outbox.withdraw(id, IfMatch.version(seen), actor);
    return one(id);
  }

  private MessageView shown(Posted posted) {
    return MessageView.of(posted, inConfidence());
  }

  private boolean inConfidence() {
    return sender.rightsOfSender().map(rights -> rights.may(Right.COMMUNICATE)).orElse(false);
  }
}
