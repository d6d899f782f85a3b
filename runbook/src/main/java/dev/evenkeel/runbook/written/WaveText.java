package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A portion of the targets or of their traffic. */
@Says("a portion upgraded together and then watched; `25%` alone is short for `{targets: 25%}`")
@Keys(
    shortFor = "targets",
    atLeastOne = {"targets", "traffic", "groups"})
public record WaveText(
    Value.Fields at,
    @Says("shown to people; the share or the groups when left out") Optional<String> name,
    @Says(
            value =
                "share of all targets upgraded when the wave is done, rounded up to whole ones; the same as `traffic` when left out",
            atLeast = "0.0001%",
            atMost = "100%")
        Optional<Share> targets,
    @Says(
            value =
                "share of the traffic the upgraded targets take together; the same as `targets` when left out",
            atLeast = "0.0001%",
            atMost = "100%")
        Optional<Share> traffic,
    @Says("the wave upgrades the targets of these groups; instead of `targets`") @Spelled(Names.ID)
        List<String> groups,
    @Says(
            "how long the wave is watched before the next begins; `soak` of the rollout when left out")
        Optional<Duration> soak) {}
