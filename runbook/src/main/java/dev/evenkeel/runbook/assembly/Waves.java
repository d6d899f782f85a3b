package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.Wave;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.TargetText;
import dev.evenkeel.runbook.written.WaveText;
import java.util.List;
import java.util.Optional;

/** Fills in what a wave does not say. */
final class Waves {
  private Waves() {}

  static List<Wave> of(RunbookText text) {
    int all = text.targets().size();
    return Joining.of(text).stream()
        .map(joining -> wave(joining, (double) joining.upgraded() / all, text))
        .toList();
  }

  private static Wave wave(Joining joining, double reached, RunbookText runbook) {
    WaveText text = joining.wave();
    // Groups have a size only by their targets, and take as much of the traffic.
    double targets = text.targets().or(() -> withoutGroups(text)).map(Share::of).orElse(reached);
    return new Wave(
        text.name().orElseGet(() -> name(text)),
        targets,
        text.traffic().map(Share::of).orElse(targets),
        joining.joining().stream().map(TargetText::name).toList(),
        text.soak().orElse(runbook.rollout().soak()));
  }

  private static Optional<Share> withoutGroups(WaveText text) {
    return text.groups().isEmpty() ? text.traffic() : Optional.empty();
  }

  private static String name(WaveText text) {
    return text.groups().isEmpty()
        ? text.targets()
            .or(text::traffic)
            .map(share -> share.toString().replace("%", " %"))
            .orElse("")
        : String.join(", ", text.groups());
  }
}
