package dev.evenkeel.runbook.words;

import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests of its own and times the answers. An answer counts as good by its status, never by
 * its speed.
 */
@Says("sends requests of its own")
public record ProbeSource(
    @Says("where to; http or https") String url,
    @Says(value = "status code of a good answer", fallback = "200", atLeast = "100", atMost = "599")
        int expect,
    @Says("text a good answer holds") Optional<String> contains,
    @Says(value = "how long to wait for an answer", fallback = "2s", atLeast = "1ms")
        Duration within,
    @Says(value = "requests a look", fallback = "1", atLeast = "1", atMost = "1000") int times) {}
