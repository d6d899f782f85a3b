package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.journey.Act.What;
import dev.evenkeel.runbook.words.JourneysSource;
import dev.evenkeel.server.health.store.Pseudonyms;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what users did; they are given other names before anything is kept. */
@Component
class JourneysReader implements MetricSource<JourneysSource> {
  private final LogLines logs;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  JourneysReader(LogLines logs, Pseudonyms pseudonyms, Clock clock) {
    this.logs = logs;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  @Override
  public Class<JourneysSource> words() {
    return JourneysSource.class;
  }

  @Override
  public List<Fact> look(JourneysSource words, Duration within) {
    return List.of(new Fact.Missing("users are watched for a while, which gives no number"));
  }

  @Override
  public List<Fact> look(Place place, JourneysSource words, Duration within) throws IOException {
    var lines = logs.since(place, words.path(), words.command(), words.env());
    var now = clock.instant();
    var acts = new ArrayList<Act>();
    var strange = new ArrayList<String>();
    for (var line : lines) {
      try {
        if (!line.isBlank()) {
          acts.add(JourneyLine.read(line, now, pseudonyms));
        }
      } catch (JourneyLine.Unreadable e) {
        strange.add(e.getMessage());
      }
    }
    return facts(acts, strange);
  }

  private static List<Fact> facts(List<Act> acts, List<String> strange) {
    if (acts.isEmpty() && !strange.isEmpty()) {
      return List.of(
          new Fact.Missing(
              "none of %d lines says what a user did: %s"
                  .formatted(strange.size(), strange.getFirst())));
    }
    long completed = acts.stream().filter(act -> act.what() == What.COMPLETED).count();
    long failed = acts.stream().filter(act -> act.what() == What.FAILED).count();
    return List.of(new Fact.Acted(acts), new Fact.Tried(completed + failed, failed, List.of()));
  }
}
