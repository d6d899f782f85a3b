package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Json;
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
   * @param known whether the server told of this run just now, so that it is waited for when it
   *     does not answer at the very first
   * @throws ServerAway when it does not answer at the very first and the run is not known
   */
  Ending follow(Onlooker onlooker, boolean known) {
    boolean waitsForIt = known;
    boolean answers = true;
    while (true) {
      try {
        Ending now = look(onlooker);
        if (leaves(now.run(), onlooker)) {
          onlooker.ended(now);
          return now;
        }
        waitsForIt = true;
        answers = true;
      } catch (ServerAway away) {
        if (!waitsForIt) {
          throw away;
        }
        onlooker.misses(away.says(), answers);
        answers = false;
      }
      rest();
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

  private void rest() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new Trouble(ExitCode.FAILED, "Interrupted; run %s goes on.".formatted(id), leaving);
    }
  }
}
