package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.Attachment;
import dev.evenkeel.server.tasks.DutyCheck;
import dev.evenkeel.server.tasks.EvidenceKeeper;
import dev.evenkeel.server.tasks.FileDesk;
import dev.evenkeel.server.tasks.GuestDesk;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskEdit;
import dev.evenkeel.server.tasks.TaskEvent;
import dev.evenkeel.server.tasks.TaskLists;
import dev.evenkeel.server.tasks.Undertakings;
import dev.evenkeel.server.tasks.deadline.Basis;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One task: what is to be done, filled in and ticked off, and what happened to it. */
@Controller
@RequestMapping("/tasks/{id:\\d+}")
@Needs(Right.PLAN)
class TaskPage {
  private static final int TEXT = 4_000;

  private final TaskDesk desk;
  private final FileDesk files;
  private final DutyCheck duty;
  private final GuestDesk guests;
  private final Undertakings upgrades;
  private final EvidenceKeeper keeper;
  private final Rows rows;
  private final TaskLists lists;
  private final Clock clock;

  TaskPage(
      TaskDesk desk,
      FileDesk files,
      DutyCheck duty,
      GuestDesk guests,
      Undertakings upgrades,
      EvidenceKeeper keeper,
      Rows rows,
      TaskLists lists,
      Clock clock) {
    this.desk = desk;
    this.files = files;
    this.duty = duty;
    this.guests = guests;
    this.upgrades = upgrades;
    this.keeper = keeper;
    this.rows = rows;
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String page(@PathVariable long id, Actor actor, Model model) {
    keeper.look(desk.get(id).upgrade());
    return show(id, actor, model);
  }

  @PostMapping("/done")
  @Needs(Right.VIEW)
  String done(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String says,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Optional<String> words = Optional.of(says.strip()).filter(one -> !one.isEmpty());
    return tried(
        actor,
        id,
        () -> desk.done(duty(id, actor), bounded(words), version, actor),
        response,
        model);
  }

  @PostMapping("/skip")
  String skip(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return tried(actor, id, () -> desk.skip(id, bounded(why), version, actor), response, model);
  }

  @PostMapping("/reopen")
  String reopen(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return tried(actor, id, () -> desk.reopen(id, bounded(why), version, actor), response, model);
  }

  @PostMapping("/ticks")
  @Needs(Right.VIEW)
  String tick(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam int line,
      @RequestParam boolean ticked,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return tried(
        actor, id, () -> desk.tick(duty(id, actor), line, ticked, version, actor), response, model);
  }

  @PostMapping("/place")
  String move(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam int place,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return tried(actor, id, () -> desk.move(id, place - 1, version, actor), response, model);
  }

  @PostMapping("/comments")
  @Needs(Right.VIEW)
  String comment(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return tried(
        actor,
        id,
        () -> {
          if (text.isBlank()) {
            throw new Refused(Refused.Kind.INVALID, "The comment is empty. Write something.");
          }
          desk.comment(duty(id, actor), bounded(text), actor);
        },
        response,
        model);
  }

  @PostMapping("/files")
  String attach(
      @PathVariable long id,
      @RequestParam MultipartFile file,
      Actor actor,
      HttpServletResponse response,
      Model model)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
    byte[] bytes =
        file.getSize() > FileDesk.LARGEST ? new byte[FileDesk.LARGEST + 1] : file.getBytes();
    return tried(actor, id, () -> files.attach(id, name, bytes, actor), response, model);
  }

  /** For saving, never for showing: what somebody attached must not act on these pages. */
  @GetMapping("/files/{file}")
  @Needs(Right.VIEW)
  ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable UUID file) {
    Attachment found = files.get(id, file);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(files.bytes(found));
  }

  @PostMapping("/fields")
  @Needs(Right.VIEW)
  String answer(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(form);
    Task task = desk.get(id);
    Map<String, String> answers = Answers.read(typed, task);
    long seen = typed.whole("version", 1, Integer.MAX_VALUE).orElse(0);
    if (!typed.keeps(() -> desk.answer(duty(id, actor), answers, seen, actor))) {
      response.setStatus(typed.status());
      model.addAttribute("answers", typed);
      return show(id, actor, model);
    }
    return "redirect:/tasks/{id}";
  }

  @PostMapping
  String edit(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(form);
    Task task = desk.get(id);
    TaskEdit edit = EditForm.read(typed, task, zone(task));
    long seen = typed.whole("version", 1, Integer.MAX_VALUE).orElse(0);
    if (!typed.keeps(() -> desk.edit(id, edit, seen, actor))) {
      response.setStatus(typed.status());
      model.addAttribute("form", typed);
      return show(id, actor, model);
    }
    return "redirect:/tasks/{id}";
  }

  /** The same number, when that one is the actor's. */
  private long duty(long id, Actor actor) {
    duty.require(desk.get(id), actor);
    return id;
  }

  private ZoneId zone(Task task) {
    return desk.launch(task.launch()).zone();
  }

  private String tried(
      Actor actor, long id, Runnable order, HttpServletResponse response, Model model) {
    try {
      order.run();
      return "redirect:/tasks/{id}";
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.NOT_FOUND || refused.kind() == Refused.Kind.FORBIDDEN) {
        throw refused;
      }
      response.setStatus(
          refused.kind() == Refused.Kind.INVALID
              ? HttpStatus.BAD_REQUEST.value()
              : HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", refused.getMessage());
      return show(id, actor, model);
    }
  }

  /** Makes a link for a guest, whose address is shown on this answer alone. */
  @PostMapping("/guests")
  String invite(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "14") int days,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      String path = "/guest/" + guests.invite(id, name, days, actor);
      model.addAttribute(
          "address", ServletUriComponentsBuilder.fromContextPath(request).path(path).toUriString());
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
    }
    return show(id, actor, model);
  }

  @PostMapping("/guests/{link}/revoke")
  String revoke(@PathVariable long id, @PathVariable UUID link, Actor actor) {
    guests.revoke(id, link, actor);
    return "redirect:/tasks/{id}";
  }

  private static Optional<String> bounded(Optional<String> text) {
    return text.map(TaskPage::bounded);
  }

  private static String bounded(String text) {
    if (text.length() > TEXT) {
      throw new Refused(
          Refused.Kind.INVALID,
          "This has %d characters; %d fit. Say it shorter.".formatted(text.length(), TEXT));
    }
    return text.strip();
  }

  private String show(long id, Actor actor, Model model) {
    Task task = desk.get(id);
    List<Task> all =
        desk.of(task.upgrade()).stream().filter(one -> one.launch() == task.launch()).toList();
    List<TaskEvent> history = desk.history(id);
    model.addAttribute(
        "row", rows.single(task, upgrades.get(task.upgrade()).title(), clock.instant()));
    model.addAttribute("task", task);
    model.addAttribute("places", Place.of(task.capabilities()));
    model.addAttribute("nobody", !lists.vacant(task.upgrade(), List.of(task)).isEmpty());
    model.addAttribute("guests", guests.of(id));
    model.addAttribute("now", clock.instant());
    model.addAttribute("mine", duty.may(task, actor));
    model.addAttribute("launch", desk.launch(task.launch()));
    model.addAttribute(
        "before", all.stream().filter(one -> task.timing().after().contains(one.key())).toList());
    model.addAttribute(
        "behind", all.stream().filter(one -> one.timing().after().contains(task.key())).toList());
    model.addAttribute(
        "keys", all.stream().map(Task::key).filter(key -> !key.equals(task.key())).toList());
    model.addAttribute("amount", all.size());
    model.addAttribute("files", files.of(id));
    model.addAttribute(
        "history", history.stream().filter(one -> !one.what().equals("comment")).toList());
    model.addAttribute(
        "comments", history.stream().filter(one -> one.what().equals("comment")).toList());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("people", owners());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", EditForm.of(task, zone(task)));
    }
    if (!model.containsAttribute("answers")) {
      model.addAttribute("answers", Answers.of(task));
    }
    return "tasks/task";
  }

  private List<String> owners() {
    Undertakings.Choices choices = upgrades.choices();
    return Stream.concat(
            choices.people().stream(), choices.teams().stream().map(team -> "team:" + team))
        .toList();
  }
}
