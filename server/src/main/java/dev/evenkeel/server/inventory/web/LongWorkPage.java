package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Headway;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far long work is that the script of a page began, and its end before its time. */
@Controller
@RequestMapping("/estate/work/{id}")
@Needs(Right.ESTATE)
class LongWorkPage {
  private final LongWork work;

  LongWorkPage(LongWork work) {
    this.work = work;
  }

  /**
   * Where the work is.
   *
   * @param here whether it is in hand on this server, begun by who asks
   * @param of 0 while nobody can tell how many there are
   * @param stopping whether somebody wants it stopped
   */
  record Progress(boolean here, String says, int done, int of, boolean stopping) {
    static final Progress NOT_HERE =
        new Progress(
            false,
            "It is not in hand on this server: it has ended, or another server is at it. What comes of it is shown here all the same, and stands under the imports and changes.",
            0,
            0,
            false);

    static Progress of(Headway headway) {
      Headway.Point point = headway.point();
      int done = point.of() == 0 ? point.done() : Math.min(point.done(), point.of());
      return new Progress(true, says(point, done), done, point.of(), headway.isStopping());
    }

    private static String says(Headway.Point point, int done) {
      String number =
          point.of() == 0 ? "%,d".formatted(done) : "%,d of %,d".formatted(done, point.of());
      return switch (point.stage()) {
        case RECEIVED -> "Received.";
        case WAITING -> "Waiting until other large work is done.";
        case READING -> "Rows read: %s.".formatted(number);
        case COMPARING -> "Compared with the estate: %s.".formatted(number);
        case KEEPING -> "What was found is being kept.";
        case WRITING -> "Written: %s.".formatted(number);
      };
    }
  }

  @GetMapping
  ResponseEntity<Progress> progress(@PathVariable String id, Actor actor) {
    return told(work.of(id, actor).map(Progress::of).orElse(Progress.NOT_HERE));
  }

  @PostMapping("/stop")
  ResponseEntity<Progress> stop(@PathVariable String id, Actor actor) {
    work.of(id, actor).ifPresent(Headway::stop);
    return progress(id, actor);
  }

  private static ResponseEntity<Progress> told(Progress progress) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(progress);
  }
}
