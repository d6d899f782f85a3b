package dev.evenkeel.server.execution.action.exec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All processes of one session but its leader, the supervisor: the command and everything it has
 * started that did not leave the session.
 *
 * @param leader process id of the supervisor
 */
record Session(long leader) {

  List<ProcessHandle> members() {
    if (Files.isReadable(Path.of("/proc/self/stat"))) {
      return ProcessHandle.allProcesses().filter(this::holds).toList();
    }
    return ProcessHandle.of(leader).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private boolean holds(ProcessHandle process) {
    return process.pid() != leader
        && ProcessStat.of(process.pid())
            .filter(stat -> !stat.dead() && stat.session() == leader)
            .isPresent();
  }
}
