package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.execution.store.ReleaseStore;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The runs and rehearsals of an upgrade: begun, ended, gone back. */
@Component
class RunFacts implements FactSource {
  private final RunsOfUpgrade runs;
  private final ReleaseStore releases;

  RunFacts(RunsOfUpgrade runs, ReleaseStore releases) {
    this.runs = runs;
    this.releases = releases;
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    List<FinishedRuns.Course> all = runs.of(upgrade);
    return Stream.concat(
        all.stream().flatMap(run -> facts(run).stream()),
        releases.of(all.stream().map(FinishedRuns.Course::run).toList()).stream()
            .map(RunFacts::released));
  }

  private static Fact released(ReleaseStore.Release release) {
    return new Fact(
        "run-entries-released",
        Optional.of(release.at()),
        Optional.of(release.actor()),
        "What run %s changes may change in the estate, too, although it is under way: %s"
            .formatted(release.run(), release.reason()),
        "/runs/" + release.run().value(),
        false);
  }

  private static List<Fact> facts(FinishedRuns.Course run) {
    boolean rehearsal = run.kind() == RunKind.REHEARSAL;
    String name = (rehearsal ? "The rehearsal '%s'" : "Run '%s'").formatted(run.title());
    String kind = rehearsal ? "rehearsal-" : "run-";
    List<Fact> facts = new ArrayList<>();
    if (run.started().isEmpty()) {
      facts.add(
          fact(
              run,
              rehearsal ? "rehearsal-planned" : Fact.RUN_PLANNED,
              run.made(),
              Optional.of(run.by()),
              name + " was made and has not begun.",
              true));
    }
    run.started()
        .ifPresent(at ->
            facts.add(
                fact(
                    run,
                    rehearsal ? "rehearsal-started" : Fact.RUN_STARTED,
                    at,
                    Optional.of(run.by()),
                    name + " began.",
                    true)));
    run.ended().ifPresent(at -> facts.add(end(run, kind, name, at, rehearsal)));
    return facts;
  }

  /** A rehearsal goes back when it went well. */
  private static Fact end(
      FinishedRuns.Course run, String kind, String name, Instant at, boolean rehearsal) {
    return switch (run.status()) {
      case SUCCEEDED ->
          fact(run, kind + "finished", at, Optional.empty(), name + " ended well.", true);
      case ROLLED_BACK ->
          fact(
              run,
              kind + "rolled-back",
              at,
              Optional.empty(),
              name + " went back to what was before.",
              rehearsal);
      case REFUSED ->
          fact(
              run,
              kind + "refused",
              at,
              Optional.empty(),
              name + " was refused before it changed anything.",
              false);
      default ->
          fact(
              run,
              kind + "aborted",
              at,
              Optional.empty(),
              name + " was broken off; what it had done stays.",
              false);
    };
  }

  private static Fact fact(
      FinishedRuns.Course run,
      String kind,
      Instant at,
      Optional<String> by,
      String says,
      boolean good) {
    return new Fact(kind, Optional.of(at), by, says, "/runs/" + run.run().value(), good);
  }
}
