package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.estate.Change;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calendar files over HTTP. */
@RestController
@RequestMapping("/api/schedule")
@Needs(Right.ESTATE)
class CalendarFilesApi {
  private final EstateBook book;

  CalendarFilesApi(EstateBook book) {
    this.book = book;
  }

  /**
   * What a file changed, or would change.
   *
   * @param told what was left out, or is doubtful
   */
  record Brought(int documents, List<DocumentChange> changes, List<String> told) {}

  /**
   * Makes freezes, holidays or the windows of a calendar of an iCalendar file.
   *
   * @param as freezes, holidays or windows
   * @param name of the calendar, or of the holidays
   * @param zone of whole days and of times that name none; UTC when left out
   * @param owner of freezes
   * @param team whose systems freezes cover; every system when left out
   */
  @PostMapping(path = "/import", consumes = "text/calendar")
  Brought bring(
      @RequestParam String as,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody(required = false) byte @Nullable [] body,
      Actor actor) {
    if (body == null || body.length == 0) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The body is empty. Send the calendar file itself, from BEGIN:VCALENDAR to END:VCALENDAR, with the header Content-Type: text/calendar; with curl: --data-binary @FILE.");
    }
    FileImport.Wish wish =
        FeedsPage.wish(Map.of("as", as, "name", name, "zone", zone, "owner", owner, "team", team));
    FileImport.Made made = FileImport.of(body, wish);
    List<Change> changes = book.preview(made.documents());
    if (!preview) {
      book.put(made.documents(), "a calendar file", actor);
    }
    return new Brought(
        made.documents().size(), changes.stream().map(DocumentChange::of).toList(), made.told());
  }
}
