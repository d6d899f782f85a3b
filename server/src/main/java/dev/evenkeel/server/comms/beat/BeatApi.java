package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words of the newest run of an upgrade over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/messages/live")
@Needs(Right.COMMUNICATE)
class BeatApi {
  private final UpgradeBook book;
  private final BeatWords words;
  private final BeatDesk desk;

  BeatApi(UpgradeBook book, BeatWords words, BeatDesk desk) {
    this.book = book;
    this.words = words;
    this.desk = desk;
  }

  @GetMapping
  @Needs(Right.VIEW)
  List<Beat> beats(@PathVariable UpgradeId id) {
    Upgrade upgrade = book.get(id);
    return words.run(upgrade).map(run -> desk.of(run, upgrade)).orElse(List.of());
  }

  @PostMapping
  List<Beat> say(@PathVariable UpgradeId id, @RequestBody String body, Actor actor) {
    Typed typed = Typed.ofJson(body);
    Runnable todo = words.said(typed, id, actor);
    typed.refuseIfWrong();
    todo.run();
    return beats(id);
  }
}
