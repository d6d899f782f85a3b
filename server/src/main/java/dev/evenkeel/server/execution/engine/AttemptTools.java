package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.ServerStore;
import dev.evenkeel.server.execution.store.VersionStore;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What carrying out an attempt needs around it. */
@Component
record AttemptTools(
    AttemptStore attempts,
    OutputStore output,
    VersionStore versions,
    Decider decider,
    Patience patience,
    ServerIdentity server,
    ServerStore servers,
    Stopwatches stopwatches,
    Clock clock) {}
