package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.Attachment;
import dev.evenkeel.server.tasks.DutyCheck;
import dev.evenkeel.server.tasks.EvidenceKeeper;
import dev.evenkeel.server.tasks.FileDesk;
import dev.evenkeel.server.tasks.GuestDesk;
import dev.evenkeel.server.tasks.GuestLink;
import dev.evenkeel.server.tasks.Hats;
import dev.evenkeel.server.tasks.LaunchDesk;
import dev.evenkeel.server.tasks.LaunchTerms;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.SafetyDesk;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskEdit;
import dev.evenkeel.server.tasks.TaskEvent;
import dev.evenkeel.server.tasks.TaskLists;
import dev.evenkeel.server.tasks.TaskStanding;
import dev.evenkeel.server.tasks.Undertakings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Right.PLAN)
class TasksApi {
  private static final int MOST = 500;
  private static final int TEXT = 4_000;
  private static final String[] READ_ONLY = {
    "id", "launch", "upgrade", "place", "key", "module", "due", "overdue", "proof", "state",
    "version"
  };

  private final TaskDesk desk;
  private final TaskLists lists;
  private final LaunchDesk launches;
  private final FileDesk files;
  private final SafetyDesk safety;
  private final GuestDesk guests;
  private final DutyCheck duty;
  private final Undertakings upgrades;
  private final EvidenceKeeper keeper;
  private final LaunchZones zones;
  private final Clock clock;

  TasksApi(
      TaskDesk desk,
      TaskLists lists,
      LaunchDesk launches,
      FileDesk files,
      SafetyDesk safety,
      GuestDesk guests,
      DutyCheck duty,
      Undertakings upgrades,
      EvidenceKeeper keeper,
      LaunchZones zones,
      Clock clock) {
    this.desk = desk;
    this.lists = lists;
    this.launches = launches;
    this.files = files;
    this.safety = safety;
    this.guests = guests;
    this.duty = duty;
    this.upgrades = upgrades;
    this.keeper = keeper;
    this.zones = zones;
    this.clock = clock;
  }

  /** One with all that happened to it, the oldest first. */
  record Whole(TaskView task, List<TaskEvent> history, List<Attachment> files) {}

  /** What was launched. */
  record Launched(long launch, List<TaskView> tasks) {}

  @GetMapping("/upgrades/{upgrade}/tasks")
  @Needs(Right.VIEW)
  List<TaskView> ofUpgrade(@PathVariable long upgrade) {
    upgrades.get(upgrade);
    keeper.look(upgrade);
    return views(desk.of(upgrade));
  }

  /** What keeps the upgrade safe, and what of it is missing. */
  @GetMapping("/upgrades/{upgrade}/safety")
  @Needs(Right.VIEW)
  List<SafetyDesk.Measure> safety(@PathVariable long upgrade) {
    return safety.of(upgrade);
  }

  /** Adds what is missing as tasks: all of it, or {@code {"keys": ["…"]}}. */
  @PostMapping("/upgrades/{upgrade}/safety")
  List<SafetyDesk.Measure> addLate(
      @PathVariable long upgrade,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body == null || body.isBlank() ? "{}" : body);
    Set<String> keys = new HashSet<>();
    for (int row = 0; row < typed.rows("keys"); row++) {
      keys.add(typed.text("keys[%d]".formatted(row)));
    }
    typed.refuseIfWrong();
    safety.add(upgrade, keys, actor);
    return safety.of(upgrade);
  }

  /** A link by which a guest works on one task; the secret is shown now and never again. */
  record Invited(String address, List<GuestLink> links) {}

  /** Makes a link for a guest: {@code {"name": "…", "days": 14}}. */
  @PostMapping("/tasks/{id:\\d+}/guests")
  Invited invite(
      @PathVariable long id, @RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = typed(body);
    String name = typed.needed("name", 100, "Say who gets the link.");
    int days = typed.whole("days", 1, 90).orElse(14);
    typed.refuseIfWrong();
    return new Invited("/guest/" + guests.invite(id, name, days, actor), guests.of(id));
  }

  @DeleteMapping("/tasks/{id:\\d+}/guests/{link}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable long id, @PathVariable UUID link, Actor actor) {
    guests.revoke(id, link, actor);
  }

  /** Launches a template into an upgrade. */
  @PostMapping("/upgrades/{upgrade}/tasks")
  ResponseEntity<Launched> launch(
      @PathVariable long upgrade,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    LaunchTerms terms = LaunchForm.read(typed, clock.instant(), zones.of(upgrade, actor));
    typed.refuseIfWrong();
    long launch = launches.launch(upgrade, terms, actor);
    keeper.check(upgrade);
    return ResponseEntity.created(URI.create("/api/upgrades/%d/tasks".formatted(upgrade)))
        .body(
            new Launched(
                launch,
                views(desk.of(upgrade).stream().filter(one -> one.launch() == launch).toList())));
  }

  /**
   * What is open for somebody, the most urgent first.
   *
   * @param of a name, {@code team:NAME} or {@code role:NAME}; whoever asks when left out
   */
  @GetMapping("/tasks")
  @Needs(Right.VIEW)
  List<TaskView> mine(
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "100") int limit,
      Actor actor) {
    Hats hats = of.isBlank() ? lists.hats(actor) : Hats.of(owner(of));
    return views(lists.open(hats, Math.clamp(limit, 1, MOST)));
  }

  private static Owner owner(String of) {
    return Owner.parse(of)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "'%s' is nobody. Write a sign-in name, team:NAME or role:NAME.".formatted(of)));
  }

  /** How each upgrade stands that has tasks, the most overdue first. */
  @GetMapping("/tasks/portfolio")
  @Needs(Right.VIEW)
  List<TaskStanding> portfolio(
      @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "100") int limit) {
    return lists.standings(Math.max(0, from), Math.clamp(limit, 1, MOST));
  }

  @GetMapping("/tasks/{id:\\d+}")
  @Needs(Right.VIEW)
  ResponseEntity<Whole> one(@PathVariable long id) {
    Task task = desk.get(id);
    return Tagged.of(
        task.version(),
        new Whole(TaskView.of(task, clock.instant()), desk.history(id), files.of(id)));
  }

  /** Changes title, text, owner, timing and evidence; what is left out is as in the form. */
  @PutMapping("/tasks/{id:\\d+}")
  ResponseEntity<Whole> edit(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    typed.passes(READ_ONLY);
    Task task = desk.get(id);
    TaskEdit edit = EditForm.read(typed, task, desk.launch(task.launch()).zone());
    typed.refuseIfWrong();
    desk.edit(id, edit, IfMatch.version(seen), actor);
    return one(id);
  }

  /** Fills in the form: {@code {"fields": {"NAME": "…"}}}. */
  @PutMapping("/tasks/{id:\\d+}/fields")
  @Needs(Right.VIEW)
  ResponseEntity<Whole> answer(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    Map<String, String> answers = Answers.read(typed, desk.get(id));
    typed.refuseIfWrong();
    desk.answer(duty(id, actor), answers, IfMatch.version(seen), actor);
    return one(id);
  }

  /** Ticks a line, counted from 1: {@code {"line": 1, "ticked": true}}. */
  @PutMapping("/tasks/{id:\\d+}/ticks")
  @Needs(Right.VIEW)
  ResponseEntity<Whole> tick(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    Optional<Integer> line = typed.whole("line", 1, MOST);
    boolean ticked = typed.ticked("ticked");
    if (line.isEmpty() && typed.says("line").isEmpty()) {
      typed.wrong("line", "This is missing. Say which line, counted from 1.");
    }
    typed.refuseIfWrong();
    desk.tick(duty(id, actor), line.orElseThrow() - 1, ticked, IfMatch.version(seen), actor);
    return one(id);
  }

  /** Puts it at a place of its launch, counted from 1: {@code {"place": 3}}. */
  @PutMapping("/tasks/{id:\\d+}/place")
  ResponseEntity<Whole> move(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    Optional<Integer> place = typed.whole("place", 1, MOST);
    if (place.isEmpty() && typed.says("place").isEmpty()) {
      typed.wrong("place", "This is missing. Say which place, counted from 1.");
    }
    typed.refuseIfWrong();
    desk.move(id, place.orElseThrow() - 1, IfMatch.version(seen), actor);
    return one(id);
  }

  /** Done by whoever asks; {@code {"says": "…"}} may tell more. */
  @PostMapping("/tasks/{id:\\d+}/done")
  @Needs(Right.VIEW)
  ResponseEntity<Whole> done(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return said(
        id,
        body,
        "says",
        false,
        (says, task) -> desk.done(duty(task, actor), says, IfMatch.version(seen), actor));
  }

  /** Skipped, with a reason: {@code {"why": "…"}}. */
  @PostMapping("/tasks/{id:\\d+}/skip")
  ResponseEntity<Whole> skip(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return said(
        id,
        body,
        "why",
        true,
        (why, task) -> desk.skip(task, why.orElseThrow(), IfMatch.version(seen), actor));
  }

  /** Open again, with a reason: {@code {"why": "…"}}. */
  @PostMapping("/tasks/{id:\\d+}/reopen")
  ResponseEntity<Whole> reopen(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return said(
        id,
        body,
        "why",
        true,
        (why, task) -> desk.reopen(task, why.orElseThrow(), IfMatch.version(seen), actor));
  }

  /** Adds a remark: {@code {"text": "…"}}. */
  @PostMapping("/tasks/{id:\\d+}/comments")
  @Needs(Right.VIEW)
  ResponseEntity<Whole> comment(
      @PathVariable long id, @RequestBody(required = false) @Nullable String body, Actor actor) {
    return said(
        id,
        body,
        "text",
        true,
        (text, task) -> desk.comment(duty(task, actor), text.orElseThrow(), actor));
  }

  /**
   * Adds a file: its bytes are the body.
   *
   * @param name what it is called
   */
  @PostMapping("/tasks/{id:\\d+}/files")
  @Needs(Right.VIEW)
  ResponseEntity<Attachment> attach(
      @PathVariable long id,
      @RequestParam(defaultValue = "file") String name,
      @RequestBody(required = false) byte @Nullable [] body,
      Actor actor) {
    Attachment file = files.attach(duty(id, actor), name, body == null ? new byte[0] : body, actor);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/tasks/%d/files/%s".formatted(id, file.id()))
        .body(file);
  }

  private ResponseEntity<Whole> said(
      long id,
      @Nullable String body,
      String path,
      boolean needed,
      BiConsumer<Optional<String>, Long> order) {
    Typed typed = typed(body == null || body.isBlank() ? "{}" : body);
    desk.get(id);
    Optional<String> text =
        needed
            ? Optional.of(typed.needed(path, TEXT, "Say it in a sentence."))
            : typed.words(path, TEXT);
    typed.refuseIfWrong();
    order.accept(text, id);
    return one(id);
  }

  /** The same number, when that one is the actor's. */
  private long duty(long id, Actor actor) {
    duty.require(desk.get(id), actor);
    return id;
  }

  private static Typed typed(@Nullable String body) {
    return Typed.ofJson(body == null ? "" : body);
  }

  private List<TaskView> views(List<Task> tasks) {
    Instant now = clock.instant();
    return tasks.stream().map(task -> TaskView.of(task, now)).toList();
  }
}
