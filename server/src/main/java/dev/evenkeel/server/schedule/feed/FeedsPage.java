package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.calendar.WrittenTime;
import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Feeds of teams and systems, and calendar files that become documents. */
@Controller
@RequestMapping("/schedule/feeds")
@Needs(Right.ESTATE)
class FeedsPage {
  private final FeedDesk desk;
  private final EstateBook book;

  FeedsPage(FeedDesk desk, EstateBook book) {
    this.desk = desk;
    this.book = book;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String page(Model model) {
    model.addAttribute("feeds", desk.list());
    model.addAttribute("teams", book.estate().all(EntryKind.TEAM).keySet());
    model.addAttribute("people", book.estate().all(EntryKind.PERSON).keySet());
    model.addAttribute("targets", FileImport.Target.values());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "schedule/feeds";
  }

  @PostMapping
  String make(
      @RequestParam String kind,
      @RequestParam String name,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String of = kind.equals("teams") ? "teams" : "systems";
    String plain = name.strip();
    try {
      FeedText.systems(of, plain, book.estate());
      String path = Feed.path(desk.make(of, plain, actor), of, plain);
      model.addAttribute(
          "address", ServletUriComponentsBuilder.fromContextPath(request).path(path).toUriString());
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return page(model);
  }

  @PostMapping("/{id}/revoke")
  String revoke(@PathVariable UUID id) {
    desk.revoke(id);
    return "redirect:/schedule/feeds";
  }

  /** Shows what a file would change; nothing is changed yet. */
  @PostMapping("/import")
  String bring(
      @RequestParam MultipartFile file,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model)
      throws IOException {
    model.addAttribute("typed", typed);
    try {
      FileImport.Made made = FileImport.of(file.getBytes(), wish(typed));
      List<Change> changes = book.preview(made.documents());
      model.addAttribute("changes", changes.stream().map(DocumentChange::of).toList());
      model.addAttribute("documents", made.documents().size());
      model.addAttribute("told", made.told());
      model.addAttribute("yaml", yaml(made.documents()));
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return page(model);
  }

  @PostMapping("/apply")
  String apply(@RequestParam String text, Actor actor) {
    EstateReader.Reading reading = EstateReader.read("file", text);
    if (!reading.isWell()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "What was to be applied cannot be read any more. Bring the file again.");
    }
    return book.put(reading.documents(), "a calendar file", actor)
        .map(note -> "redirect:/estate/changes/" + note.id())
        .orElse("redirect:/schedule");
  }

  static String yaml(List<Document> documents) {
    return documents.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
  }

  /**
   * @throws Refused with what is missing
   */
  static FileImport.Wish wish(Map<String, String> typed) {
    FileImport.Target target;
    try {
      target = FileImport.Target.valueOf(typed.getOrDefault("as", "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refused(
          Refused.Kind.INVALID, "Say what the events are: freezes, holidays or windows.");
    }
    String zone = typed.getOrDefault("zone", "").strip();
    ZoneId of =
        WrittenTime.zone(zone.isEmpty() ? "UTC" : zone)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.INVALID,
                    "There is no zone '%s'. Write one of the IANA database, such as Europe/Berlin."
                        .formatted(zone)));
    String name = typed.getOrDefault("name", "").strip();
    String owner = typed.getOrDefault("owner", "").strip();
    if (target == FileImport.Target.FREEZES ? owner.isEmpty() : name.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          target == FileImport.Target.FREEZES
              ? "A freeze has an owner. Say who answers for these."
              : "Give the calendar or the holidays a name; the same name again replaces them.");
    }
    return new FileImport.Wish(target, name, of, owner, typed.getOrDefault("team", "").strip());
  }
}
