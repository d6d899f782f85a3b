package dev.evenkeel.server.health.source;

import dev.evenkeel.server.health.store.TailStore;
import dev.evenkeel.server.health.store.TailStore.Place;
import dev.evenkeel.server.shared.LocaleText;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What came to logs since the look before, for each watch by itself. */
@Component
class LogLines {
  /** A program nobody has asked for so long belongs to a watch that is over. */
  private static final long FORGOTTEN_SECONDS = 900;

  /** One that has ended is not started again at every look. */
  private static final long PAUSE_SECONDS = 5;

  private final TailStore marks;
  private final Map<Place, LogCommand> commands = new ConcurrentHashMap<>();

  LogLines(TailStore marks) {
    this.marks = marks;
  }

  /**
   * Exactly one of path and command is given.
   *
   * @throws IOException when it cannot be read; the message says why
   */
  List<String> since(
      Place place, Optional<String> path, List<String> command, Map<String, String> env)
      throws IOException {
    return path.isPresent() ? added(place, path.get()) : printed(place, command, env);
  }

  private List<String> added(Place place, String path) throws IOException {
    try {
      var added = LogFile.since(marks.find(place), Path.of(path));
      marks.save(place, added.mark());
      return added.lines();
    } catch (InvalidPathException e) {
      throw new IOException("%s is no path: %s".formatted(path, e.getReason()), e);
    }
  }

  private List<String> printed(Place place, List<String> command, Map<String, String> env)
      throws IOException {
    stopForgotten();
    var obstacle = LocaleText.obstacle(command);
    if (obstacle.isPresent()) {
      throw new IOException(obstacle.get());
    }
    var running = commands.get(place);
    if (running == null) {
      commands.put(place, LogCommand.start(command, env));
      return List.of();
    }
    var lines = running.take();
    if (lines.isEmpty() && !running.runs()) {
      if (running.ageInSeconds() >= PAUSE_SECONDS) {
        commands.remove(place);
      }
      throw new IOException(running.ending(command.getFirst()));
    }
    return lines;
  }

  private void stopForgotten() {
    commands.forEach((place, running) -> {
      if (running.unaskedForSeconds() > FORGOTTEN_SECONDS && commands.remove(place, running)) {
        running.stop();
      }
    });
  }

  @PreDestroy
  void stop() {
    commands.values().forEach(LogCommand::stop);
    commands.clear();
  }
}
