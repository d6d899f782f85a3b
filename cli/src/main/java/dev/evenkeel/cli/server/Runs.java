package dev.evenkeel.cli.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the server can be asked and told about runs. Answers are as it gave them. */
public final class Runs {
  private static final int LINES_AT_ONCE = 5_000;

  private final Api api;

  public Runs(Api api) {
    this.api = api;
  }

  /**
   * A run that is asked for.
   *
   * @param waiver why it may go without a rehearsed way back; empty when it need not
   * @param override why it goes outside of its window or inside of a freeze; empty when it need not
   * @param at when it starts by itself; empty when it does not
   * @param latest when it starts by itself at the latest
   * @param upgrade number of the upgrade that it carries out
   */
  public record Wish(
      String runbook,
      Map<String, String> inputs,
      boolean rehearsal,
      String waiver,
      boolean start,
      String override,
      Optional<Instant> at,
      Optional<Instant> latest,
      Optional<Long> upgrade) {}

  /** Takes a run in, once. */
  public JsonNode take(Wish wish) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("runbook", wish.runbook());
    body.put("inputs", wish.inputs());
    body.put("kind", wish.rehearsal() ? "REHEARSAL" : "PRODUCTION");
    if (!wish.waiver().isBlank()) {
      body.put("waiver", wish.waiver());
    }
    if (!wish.override().isBlank()) {
      body.put("override", wish.override());
    }
    wish.at().ifPresent(at -> body.put("startAt", at.toString()));
    wish.latest().ifPresent(latest -> body.put("latestStart", latest.toString()));
    wish.upgrade().ifPresent(upgrade -> body.put("upgrade", upgrade));
    body.put("start", wish.start());
    return api.postOnce("/api/runs", body);
  }

  public JsonNode list(int limit) {
    return api.get("/api/runs?limit=" + limit);
  }

  public JsonNode run(String id) {
    return api.get(of(id));
  }

  /**
   * @param command as the server names it, such as {@code ROLL_BACK}
   * @param step key of the step; empty for orders about the whole run
   */
  public JsonNode order(String id, String command, String step, String reason, String override) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("command", command);
    if (!step.isEmpty()) {
      body.put("step", step);
    }
    body.put("reason", reason);
    if (!override.isBlank()) {
      body.put("override", override);
    }
    return api.post(of(id) + "/commands", body);
  }

  /** Says when a run starts by itself, for the first time or anew. */
  public JsonNode appoint(String id, Instant at, Optional<Instant> latest) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("startAt", at.toString());
    latest.ifPresent(last -> body.put("latestStart", last.toString()));
    return api.put(of(id) + "/appointment", body);
  }

  /** It does not start by itself any more. */
  public JsonNode cancelAppointment(String id) {
    api.delete(of(id) + "/appointment");
    return run(id);
  }

  public JsonNode confirm(String id, String attempt, boolean accepted, String evidence) {
    return api.post(
        of(id) + "/attempts/" + Api.encoded(attempt) + "/confirmation",
        Map.of("accepted", accepted, "evidence", evidence));
  }

  /** Every line of the log after the one numbered {@code seq}, oldest first. */
  public List<JsonNode> log(String id, long seq) {
    List<JsonNode> lines = new ArrayList<>();
    long last = seq;
    while (true) {
      JsonNode piece = api.get(of(id) + "/events?after=%d&limit=%d".formatted(last, LINES_AT_ONCE));
      piece.forEach(lines::add);
      if (piece.size() < LINES_AT_ONCE) {
        return lines;
      }
      last = lines.getLast().path("seq").asLong();
    }
  }

  /** The log as a table for other programs (RFC 4180). */
  public String csv(String id) {
    return api.text("/runs/" + Api.encoded(id) + "/log.csv");
  }

  private static String of(String id) {
    return "/api/runs/" + Api.encoded(id);
  }
}
