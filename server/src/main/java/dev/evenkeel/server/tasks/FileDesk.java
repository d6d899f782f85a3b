package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.tasks.store.TaskRecord;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that belong to tasks: kept as they came, given back for saving and never for showing. */
@Service
public class FileDesk {
  /** The largest file, in bytes. */
  public static final int LARGEST = 5 << 20;

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 120;

  private final TaskDesk desk;
  private final TaskRecord record;
  private final Clock clock;

  FileDesk(TaskDesk desk, TaskRecord record, Clock clock) {
    this.desk = desk;
    this.record = record;
    this.clock = clock;
  }

  public List<Attachment> of(long task) {
    return record.attachments(task);
  }

  /** Of all tasks of an upgrade, the oldest first. */
  public List<Attachment> ofUpgrade(long upgrade) {
    return record.attachmentsOfUpgrade(upgrade);
  }

  @Transactional
  public Attachment attach(long id, String name, byte[] bytes, Actor actor) {
    Task task = desk.get(id);
    if (bytes.length == 0) {
      throw new Refused(Kind.INVALID, "The file is empty. Choose one with something in it.");
    }
    if (bytes.length > LARGEST) {
      throw new Refused(
          Kind.TOO_LARGE,
          "The file has %,d bytes; %d MB fit. Keep it elsewhere and put its address into the evidence."
              .formatted(bytes.length, LARGEST >> 20));
    }
    if (of(id).size() >= MOST) {
      throw new Refused(Kind.TOO_LARGE, "Task %d has %d files; no more fit.".formatted(id, MOST));
    }
    var file =
        new Attachment(
            UUID.randomUUID(),
            id,
            plain(name),
            bytes.length,
            HexFormat.of().formatHex(Sha256.of(bytes)),
            actor.name(),
            clock.instant());
    record.attach(file, bytes);
    desk.event(task, "attached", "", file.name(), actor);
    return file;
  }

  /** Without folders and without what would break a header or a file system. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = last.replaceAll("[^\\p{L}\\p{N} ._()+-]", "_").strip();
    String bounded =
        safe.length() > LONGEST_NAME ? safe.substring(safe.length() - LONGEST_NAME) : safe;
    return bounded.isEmpty() || bounded.matches("\\.+") ? "file" : bounded;
  }

  /** The file of a task. */
  public Attachment get(long task, UUID id) {
    return Optional.of(id)
        .flatMap(record::attachment)
        .filter(one -> one.task() == task)
        .orElseThrow(
            () -> new Refused(Kind.NOT_FOUND, "Task %d has no file %s.".formatted(task, id)));
  }

  /**
   * @throws Refused when its content was kept long enough and is deleted
   */
  public byte[] bytes(Attachment file) {
    byte[] bytes = record.bytes(file.id());
    if (bytes.length == 0) {
      throw new Refused(
          Kind.NOT_FOUND,
          "The content of %s is not kept any more; it had the SHA-256 %s."
              .formatted(file.name(), file.sha256()));
    }
    return bytes;
  }
}
