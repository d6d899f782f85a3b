package dev.evenkeel.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A server with all its children, but without the commands it supervises: those live in sessions of
 * their own and a server that dies does not take them along.
 */
final class ProcessTree {
  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  List<ProcessHandle> members() {
    List<ProcessHandle> members = new ArrayList<>();
    add(root, members);
    return members;
  }

  /** The processes of the database among them. */
  List<ProcessHandle> database() {
    return members().stream()
        .filter(
            process -> process.info().command().filter(c -> c.endsWith("/postgres")).isPresent())
        .toList();
  }

  /** The commands it supervises, with what watches over them. */
  List<ProcessHandle> commands() {
    return root.descendants().filter(process -> !members().contains(process)).toList();
  }

  /** Ends them all with SIGKILL, the server first, and waits until they are gone. */
  void kill() {
    kill(members());
  }

  /** The same, but the commands too, as when the power fails. */
  void killWithCommands() {
    List<ProcessHandle> all = members();
    all.addAll(commands());
    kill(all);
  }

  private static void kill(List<ProcessHandle> members) {
    members.forEach(ProcessHandle::destroyForcibly);
    members.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
  }

  private static void add(ProcessHandle process, List<ProcessHandle> members) {
    if (commandLine(process).contains("supervise-")) {
      return;
    }
    members.add(process);
    process.children().forEach(child -> add(child, members));
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException gone) {
      return process.info().commandLine().orElse("");
    }
  }
}
