package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.callers.CallComparison;
import dev.evenkeel.estate.callers.CallerRule;
import dev.evenkeel.estate.callers.Mark;
import dev.evenkeel.estate.callers.SeenCall;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.callers.CallDesk;
import dev.evenkeel.server.inventory.callers.CallImport;
import dev.evenkeel.server.inventory.callers.CallerFinding;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who really calls whom, over HTTP. */
@RestController
@RequestMapping("/api/callers")
@Needs(Right.VIEW)
class CallersApi {
  private static final int MOST = 1_000;

  private final CallDesk desk;

  CallersApi(CallDesk desk) {
    this.desk = desk;
  }

  /** What was seen beside what is declared; of each the first 1,000. */
  record Compared(
      List<CallComparison.Link> links, List<Unknown> strangers, List<Unknown> unnamed) {}

  /** A call with a party that nobody has named. */
  record Unknown(
      String caller, String callee, long count, Instant first, Instant last, String example) {
    static Unknown of(String callee, SeenCall call) {
      return new Unknown(
          SeenCall.words(call.caller()),
          callee,
          call.count(),
          call.first(),
          call.last(),
          call.example());
    }
  }

  @GetMapping
  Compared compared() {
    CallComparison all = desk.comparison();
    return new Compared(
        all.links().stream().limit(MOST).toList(),
        all.strangers().stream()
            .limit(MOST)
            .map(one -> Unknown.of(one.callee(), one.call()))
            .toList(),
        all.unnamed().stream()
            .limit(MOST)
            .map(call -> Unknown.of(SeenCall.words(call.callee()), call))
            .toList());
  }

  /** Calls of red systems that no dependency explains. */
  @GetMapping("/findings")
  List<CallerFinding> findings() {
    return desk.findings();
  }

  /**
   * Takes a log or traces as the body.
   *
   * @param of the system whose log it is, where its lines do not say it
   */
  @PostMapping
  @Needs(Right.ESTATE)
  CallImport take(
      @RequestParam(defaultValue = "calls") String file,
      @RequestParam Optional<String> of,
      @RequestParam(defaultValue = "false") boolean preview,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    return desk.take(
        AdvisoryRows.named(file),
        of.filter(system -> !system.isBlank()),
        Bodies.stream(request),
        preview,
        actor);
  }

  @PostMapping("/learn")
  @Needs(Right.ESTATE)
  ChangeNote learn(@RequestParam String caller, @RequestParam String callee, Actor actor) {
    return desk.learn(caller, callee, actor);
  }

  @GetMapping("/rules")
  List<CallerRule> rules() {
    return desk.rules();
  }

  /**
   * Says what an address, host, agent, service or backend is.
   *
   * @param system empty for what is known and no system
   */
  @PutMapping("/rules")
  @Needs(Right.ESTATE)
  List<CallerRule> say(
      @RequestParam Mark.Kind kind,
      @RequestParam String pattern,
      @RequestParam Optional<String> system,
      Actor actor) {
    desk.say(new CallerRule(kind, pattern, system.filter(name -> !name.isBlank())), actor);
    return desk.rules();
  }

  @DeleteMapping("/rules")
  @Needs(Right.ESTATE)
  List<CallerRule> forget(@RequestParam Mark.Kind kind, @RequestParam String pattern, Actor actor) {
    desk.forget(kind, pattern, actor);
    return desk.rules();
  }
}
