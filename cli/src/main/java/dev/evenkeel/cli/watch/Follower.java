package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.Pause;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.cli.server.ServerAway;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Follows a run until it is over: asks twice a second, and reads the log when it has grown. A
 * server that is away meanwhile, such as one that is started anew, is asked until it is back.
 */
final class Follower {
  private final Runs runs;
  private final String id;
  private final Duration pause;
  private long seq;

  /**
   * @param pause between two questions
   */
  Follower(Runs runs, String id, Duration pause) {
    this.runs = runs;
    this.id = id;
    this.pause = pause;
  }

  /**
   * Follows a run of which only its id is known.
   *
   * @throws ServerAway when the server does not answer at the very first
   */
  Ending follow(Onlooker onlooker) {
    Ending first = look(onlooker);
    return leaves(first.run(), onlooker) ? over(first, onlooker) : followOn(onlooker);
  }

  /** Follows a run of which the server told just now: it is waited for from the very first. */
  Ending followOn(Onlooker onlooker) {
    boolean answers = true;
    while (true) {
      try {
        Ending now = look(onlooker);
        if (leaves(now.run(), onlooker)) {
          return over(now, onlooker);
        }
        answers = true;
      } catch (ServerAway away) {
        onlooker.misses(away.says(), answers);
        answers = false;
      }
      Pause.of(pause, "Interrupted; run %s goes on.".formatted(id));
    }
  }

  private Ending look(Onlooker onlooker) {
    JsonNode document = runs.run(id);
    RunFacts run = Json.MAPPER.treeToValue(document, RunFacts.class);
    List<JsonNode> news = run.seq() > seq ? runs.log(id, seq) : List.of();
    if (!news.isEmpty()) {
      seq = news.getLast().path("seq").asLong();
    }
    onlooker.sees(run, document, news);
    return new Ending(run, document);
  }

  private static boolean leaves(RunFacts run, Onlooker onlooker) {
    return run.status().over() || run.status().waitsForPerson() && !onlooker.staysWhenHeld();
  }

  private static Ending over(Ending ending, Onlooker onlooker) {
    onlooker.ended(ending);
    return ending;
  }
}
