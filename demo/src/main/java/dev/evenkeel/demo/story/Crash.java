package dev.evenkeel.demo.story;

import dev.evenkeel.demo.server.Run;
import dev.evenkeel.demo.server.ServerProcess;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Kills the server once, in the middle of starting a node, and starts it again. */
final class Crash {

  private static final long DEAD_SECONDS = 3;

  private final ServerProcess server;
  private final Narrator narrator;
  private boolean pending;

  Crash(ServerProcess server, Narrator narrator, boolean wanted) {
    this.server = server;
    this.narrator = narrator;
    pending = wanted;
  }

  void perhaps(Run run) throws IOException, InterruptedException {
    boolean middle = run.startsANode() || run.segment().startsWith("Wave 1") && run.soaking();
    if (!pending || !middle) {
      return;
    }
    pending = false;
    server.crash();
    narrator.say("  The server is dead (kill -9). The fleet goes on serving without it.");
    TimeUnit.SECONDS.sleep(DEAD_SECONDS);
    server.start();
    narrator.say("  The server runs again and takes the run up where it was.");
  }
}
