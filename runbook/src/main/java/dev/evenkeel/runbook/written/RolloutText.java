package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Portion;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** In which portions the targets are upgraded. */
@Says("in which portions the targets are upgraded")
public record RolloutText(
    Value.Fields at,
    @Says(
            value = "the portions, each at least as large as the one before; the last is all",
            fallback = "[5%, 25%, 50%, 100%]",
            needed = true)
        List<WaveText> waves,
    @Says(value = "how long a wave that does not say is watched", fallback = "24h") Duration soak,
    @Says(
            value =
                "how many targets of a wave may be worked on at once: a number, or a share of all",
            fallback = "1")
        Portion maxUnavailable,
    @Says("fact by which targets are ordered, ascending; as written when left out")
        Optional<String> orderBy) {}
