package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.engine.TestMessages;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ways to reach people, over HTTP. */
@RestController
@RequestMapping("/api/channels")
@Needs(Right.ADMINISTER)
class ChannelsApi {
  private static final String[] READ_ONLY = {
    "title", "reachable", "pausedUntil", "version", "changedAt", "changedBy"
  };

  private final ChannelBook book;
  private final TestMessages tests;

  ChannelsApi(ChannelBook book, TestMessages tests) {
    this.book = book;
    this.tests = tests;
  }

  @GetMapping
  @Needs(Right.VIEW)
  List<ChannelView> all(Rights rights) {
    return book.all().stream().map(one -> ChannelView.of(one, rights)).toList();
  }

  @GetMapping("/{name}")
  @Needs(Right.VIEW)
  ResponseEntity<ChannelView> one(@PathVariable String name, Rights rights) {
    Channel channel = book.get(name);
    return Tagged.of(channel.version(), ChannelView.of(channel, rights));
  }

  @PostMapping
  ResponseEntity<ChannelView> add(
      @RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    ChannelTerms terms = ChannelForm.read(typed, Optional.empty());
    typed.refuseIfWrong();
    book.add(terms, actor);
    Channel channel = book.get(terms.name());
    return Tagged.made("/api/channels/" + terms.name(), channel.version(), ChannelView.of(channel));
  }

  /** Puts a channel in the place of the version named by {@code If-Match}. */
  @PutMapping("/{name}")
  ResponseEntity<ChannelView> edit(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    typed.passes("name");
    ChannelTerms terms = ChannelForm.read(typed, Optional.of(book.get(name).name()));
    typed.refuseIfWrong();
    book.edit(name, terms, IfMatch.version(seen), actor);
    Channel channel = book.get(name);
    return Tagged.of(channel.version(), ChannelView.of(channel));
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      Actor actor) {
    book.remove(name, IfMatch.version(seen), actor);
  }

  /** Sends a message to try it with, and tells how that went. */
  @PostMapping("/{name}/test")
  TestMessages.Tried test(@PathVariable String name, Actor actor) {
    return tests.send(name, actor);
  }
}
