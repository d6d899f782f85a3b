package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.assembly.Joining;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.written.RolloutText;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.TargetText;
import dev.evenkeel.runbook.written.WaveText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Waves grow, the last reaches every target, and what they are sorted and chosen by is there. */
final class WaveRules implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    groups(runbook, findings);
    orderBy(runbook, findings);
    List<Joining> waves = Joining.of(runbook);
    grow(waves, runbook.targets().size(), findings);
    reachAll(waves, runbook, findings);
  }

  private static void groups(RunbookText runbook, Findings findings) {
    Set<String> known =
        runbook.targets().stream()
            .flatMap(target -> target.group().stream())
            .collect(Collectors.toSet());
    for (WaveText wave : runbook.rollout().waves()) {
      if (!wave.groups().isEmpty() && wave.targets().isPresent()) {
        findings.add(
            Rule.KEY_COMBINATION,
            wave.at().whereKey("targets"),
            "The wave has both `groups` and `targets`; the groups already say which targets.",
            "Remove one of the two; give the wave's share of the traffic as `traffic`.");
      }
      wave.groups().stream()
          .filter(group -> !known.contains(group))
          .forEach(group ->
              findings.add(
                  Rule.UNKNOWN_GROUP,
                  wave.at().whereOf("groups"),
                  "No target is in the group `%s`.".formatted(group),
                  DidYouMean.of(group, known)
                      .map("Did you mean `%s`?"::formatted)
                      .orElse("Give `group: %s` to the targets that are meant.".formatted(group))));
    }
  }

  private static void orderBy(RunbookText runbook, Findings findings) {
    RolloutText rollout = runbook.rollout();
    rollout
        .orderBy()
        .flatMap(fact -> new Facts(runbook.targets()).lacking(fact))
        .ifPresent(lacking ->
            findings.add(
                Rule.UNKNOWN_FACT,
                rollout.at().whereOf("orderBy"),
                "The target `%s` has no fact `%s` to be ordered by."
                    .formatted(lacking, rollout.orderBy().orElse("")),
                "Give the fact to every target, or order by another one."));
  }

  private static void grow(List<Joining> waves, int all, Findings findings) {
    Share targets = new Share(0);
    Share traffic = new Share(0);
    for (Joining joining : waves) {
      WaveText wave = joining.wave();
      Share reached = new Share(all == 0 ? 0 : (double) joining.upgraded() / all);
      Share ofTargets =
          wave.groups().isEmpty() ? wave.targets().or(wave::traffic).orElse(reached) : reached;
      Share ofTraffic = wave.traffic().orElse(ofTargets);
      if (ofTargets.compareTo(targets) < 0) {
        goesDown(wave, "targets", targets, ofTargets, findings);
      } else if (ofTraffic.compareTo(traffic) < 0) {
        goesDown(wave, "the traffic", traffic, ofTraffic, findings);
      } else if (wave.groups().isEmpty()
          && ofTargets.equals(targets)
          && ofTraffic.equals(traffic)) {
        findings.add(
            Rule.WAVES,
            wave.at().where(),
            "The wave is as large as the one before: %s of targets, %s of the traffic."
                .formatted(ofTargets, ofTraffic),
            "Remove it, or let it soak longer in the wave before.");
      }
      targets = ofTargets;
      traffic = ofTraffic;
    }
  }

  private static void goesDown(
      WaveText wave, String what, Share before, Share now, Findings findings) {
    findings.add(
        Rule.WAVES,
        wave.at().where(),
        "Waves must grow; this one has %s of %s after %s.".formatted(now, what, before),
        "Put the waves in ascending order.");
  }

  private static void reachAll(List<Joining> waves, RunbookText runbook, Findings findings) {
    int all = runbook.targets().size();
    if (waves.isEmpty()) {
      return;
    }
    Joining last = waves.getLast();
    Optional<Share> traffic = last.wave().traffic().filter(share -> share.of() < 1);
    if (last.upgraded() < all) {
      findings.add(
          Rule.WAVES,
          last.wave().at().where(),
          "After the last wave %d of %d targets are upgraded; left out: %s."
              .formatted(last.upgraded(), all, leftOut(waves, runbook)),
          "Add 100% as the last wave.");
    } else if (last.wave().groups().isEmpty() && shareOf(last.wave()).of() < 1
        || traffic.isPresent()) {
      findings.add(
          Rule.WAVES,
          last.wave().at().where(),
          "The last wave ends at %s.".formatted(traffic.orElseGet(() -> shareOf(last.wave()))),
          "Add 100% as the last wave.");
    }
  }

  private static Share shareOf(WaveText wave) {
    return wave.targets().or(wave::traffic).orElse(new Share(1));
  }

  private static String leftOut(List<Joining> waves, RunbookText runbook) {
    Set<String> joined =
        waves.stream()
            .flatMap(wave -> wave.joining().stream())
            .map(TargetText::name)
            .collect(Collectors.toSet());
    List<String> names =
        runbook.targets().stream()
            .map(TargetText::name)
            .filter(name -> !joined.contains(name))
            .toList();
    return names.size() <= 5
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 5)) + " and %d more".formatted(names.size() - 5);
  }
}
