package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.server.shared.StoredText;
import java.util.function.UnaryOperator;

/** Every fact passes here before it is kept, judged or told: none leaves with a secret in it. */
final class Hidden {
  private Hidden() {}

  static Fact of(Fact fact, UnaryOperator<String> hiding) {
    UnaryOperator<String> clean = text -> StoredText.of(hiding.apply(text));
    return switch (fact) {
      case Fact.Well(boolean well, String why) -> new Fact.Well(well, clean.apply(why));
      case Fact.Missing(String why) -> new Fact.Missing(clean.apply(why));
      case Fact.Acted(var acts) ->
          new Fact.Acted(
              acts.stream()
                  .map(act ->
                      new Act(
                          clean.apply(act.user()),
                          clean.apply(act.workflow()),
                          act.at(),
                          act.what(),
                          clean.apply(act.detail())))
                  .toList());
      case Fact.Logged(var digest) -> new Fact.Logged(of(digest, clean));
      case Fact.Consumed(var look) ->
          new Fact.Consumed(
              new Look(
                  clean.apply(look.consumer()),
                  clean.apply(look.unit()),
                  look.most(),
                  look.given(),
                  look.done(),
                  look.backlog(),
                  look.busy()));
      case Fact.Counted number -> number;
      case Fact.Timed number -> number;
      case Fact.Tried number -> number;
      case Fact.Value number -> number;
    };
  }

  private static Digest of(Digest digest, UnaryOperator<String> clean) {
    return new Digest(
        digest.entries(),
        digest.errors(),
        digest.patterns().stream()
            .map(seen ->
                new Digest.Seen(
                    clean.apply(seen.pattern()),
                    seen.level(),
                    seen.count(),
                    seen.occasions(),
                    clean.apply(seen.sample())))
            .toList(),
        digest.untold());
  }
}
