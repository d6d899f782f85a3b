package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.server.health.Gauge;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Sources;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** One look of one source, outside of any watch. */
@Component
class SingleLook implements Gauge {
  private final Sources sources;

  SingleLook(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Answer read(Lookout lookout, Duration within) {
    try {
      return answer(lookout, sources.look(lookout.words(), within));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Nothing("the server is being stopped");
    }
  }

  private static Answer answer(Lookout lookout, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.Value(double value)) {
        return fact.usable()
            ? new Answer.Number(value)
            : new Answer.Nothing("it gives %s, which is no amount".formatted(value));
      }
    }
    return facts.stream()
        .filter(Fact.Missing.class::isInstance)
        .map(fact -> ((Fact.Missing) fact).why())
        .findFirst()
        .map(why -> new Answer.Nothing(lookout.hiding().apply(why)))
        .orElseGet(() -> new Answer.Nothing("it gave no number"));
  }
}
