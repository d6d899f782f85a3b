package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals Java cannot send. */
final class Signals {
  private Signals() {}

  static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    assertThat(processes).as("somebody to send %s to", signal).isNotEmpty();
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
